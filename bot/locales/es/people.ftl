# People and their roles, in Spanish.

people-title = Quién puede hacer qué
people-role =
    { $role ->
        [admin] Admin
        [supervisor] Supervisor
       *[worker] Empleado
    }
people-others = Todos los demás son empleados, y pueden enviar fotos y hacer preguntas. Para cambiar un rol, escribe por ejemplo: people add Anna supervisor, o people remove Anna.
people-given-by = por { $name }
people-from-settings = en la configuración del bot
people-done =
    { $role ->
        [admin] { $name } ahora es admin
        [supervisor] { $name } ahora es supervisor
       *[worker] { $name } ahora es empleado
    }
people-commands = Puedes escribir: people, people add NOMBRE supervisor (o admin), people remove NOMBRE.
people-forbidden = Solo un admin puede ver y cambiar quién puede hacer qué.
people-which-role = ¿Qué rol? Escribe por ejemplo: people add Anna supervisor.
people-unknown = Todavía no conozco a { $name }. Pídele que me envíe antes un mensaje (basta «hola»), o escribe su ID de objeto de Entra en lugar del nombre.
people-several = { $name } puede ser más de una persona: { $people }. Escribe el ID en lugar del nombre.
people-signed-out = Solo respondo a personas que han iniciado sesión en Teams con una cuenta de esta organización. Inicia sesión y vuelve a preguntar.
people-by-settings = { $name } es admin en la configuración del bot (HANGTAG_ADMINS). Eso solo se cambia allí.
people-last-admin = Es el último admin. Haz admin antes a otra persona.
