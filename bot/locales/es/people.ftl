# Quién puede hacer qué, en español.

people-title = Quién puede hacer qué
people-role =
    { $role ->
        [admin] Admin
        [supervisor] Supervisor
       *[worker] Empleado
    }
people-others = Todos los demás son empleados: fotos y preguntas. Para cambiar un rol, escribe por ejemplo: people add Anna supervisor, o people remove Anna.
people-given-by = por { $name }
people-from-settings = por la configuración del bot
people-done =
    { $role ->
        [admin] { $name } es admin ahora
        [supervisor] { $name } es supervisor ahora
       *[worker] { $name } es empleado ahora
    }
people-commands = Conozco: people, people add NOMBRE supervisor (o admin), people remove NOMBRE.
people-forbidden = Solo un admin puede ver y cambiar quién puede hacer qué.
people-which-role = ¿Qué rol? Escribe por ejemplo: people add Anna supervisor.
people-unknown = Todavía no conozco a { $name }: pídele primero que me mande un mensaje, basta «hola», o pon el ID de objeto de Entra en lugar del nombre.
people-several = { $name } puede ser más de una persona: { $people }. Escribe el ID en lugar del nombre.
people-by-settings = { $name } es admin por la configuración del bot (HANGTAG_ADMINS); eso solo se cambia allí.
people-last-admin = Es el último admin; nombra antes a otra persona.
