# Trabajo con el stock, en español.

work-asked =
    { $kind ->
        [reserve] Apartar { $count } × { $sku } en { $place }{ $for }
        [release] Liberar { $count } × { $sku } en { $place }{ $for }
        [move] Mover { $count } × { $sku } de { $place } a { $to }
        [count] { $count } × { $sku } en { $place }
       *[undo] Como antes: { $sku }
    }
work-for = {" "}para { $person }
work-too-few-there = Solo hay { $count } de { $sku } libres en { $place }.
work-until = hasta el { $day }
work-kept-until = apartado hasta el { $day }
work-level =
    { $reserved ->
        [0] { $count }
       *[other] { $count } ({ $reserved } en reserva)
    }
work-below-reserved = Menos que los { $count } reservados allí.
work-confirm = Confirmar
work-cancel = Cancelar
work-done = Hecho
work-undone = Deshecho
work-cancelled = Cancelado; no se ha cambiado nada.
work-changed = El stock ha cambiado entretanto; míralo otra vez.
work-over = Esa pregunta ya tiene respuesta, o es demasiado antigua; pregunta otra vez.
work-anothers = Solo puede confirmarlo quien lo pidió; pídelo tú.
work-forbidden = Solo un supervisor puede cambiar el stock; pídeselo a uno, o a un admin que te haga supervisor.
work-commands = Sé: reserva 2 de SKU para Anna hasta el viernes, libera NÚMERO, mueve 3 de SKU de A a B, contado SKU en B: 14, reservas, deshacer.
work-nothing-to-undo = No hay ningún cambio de stock tuyo que se pueda deshacer.
work-no-reservation = No hay ninguna reserva { $number }; escribe «reservas» para verlas.
work-too-few = En ningún sitio hay tantos de { $sku } libres; { $count } como mucho.
work-which-location = ¿En qué sitio? { $sku } está libre en { $places }; di cuál.
work-which-day = ¿Hasta qué día? Di hoy, mañana, un día de la semana o una fecha por venir, como 2027-03-31.
reservations-title =
    { $count ->
        [0] No hay nada reservado a un nombre
        [one] { $count } reserva
       *[other] { $count } reservas
    }
reservations-hint = Para liberar una, escribe por ejemplo: libera 7.
