# Stock orders, for supervisors, in Spanish.

work-asked =
    { $kind ->
        [receive] Recibir { $count } × { $sku } en { $place }{ $note }
        [issue] Dar salida a { $count } × { $sku } de { $place }{ $note }
        [reserve] Reservar { $count } × { $sku } en { $place }{ $for }
        [release] Liberar { $count } × { $sku } en { $place }{ $for }
        [move] Mover { $count } × { $sku } de { $place } a { $to }
        [count] Contado { $count } × { $sku } en { $place }
       *[undo] Dejar { $sku } como antes
    }
work-for = {" "}para { $person }
work-note = {" "}({ $note })
work-too-few-there =
    { $count ->
        [one] Solo hay { $count } { $sku } libre en { $place }.
       *[other] Solo hay { $count } { $sku } libres en { $place }.
    }
work-until = hasta el { $day }
work-kept-until = reservado hasta el { $day }
work-level =
    { $reserved ->
        [0] { $count }
        [one] { $count } ({ $reserved } reservado)
       *[other] { $count } ({ $reserved } reservados)
    }
work-below-reserved = Son menos que los { $count } reservados allí.
work-confirm = Confirmar
work-cancel = Cancelar
work-done = Hecho
work-undone = Deshecho
work-cancelled = Cancelado. No se ha cambiado nada.
work-changed = El stock ha cambiado mientras tanto. Compruébalo otra vez.
work-over = Eso ya se respondió o es demasiado antiguo. Pregunta otra vez.
work-anothers = Solo puede confirmarlo quien lo pidió. Puedes pedírmelo tú.
work-forbidden = Solo un supervisor puede cambiar el stock. Pídeselo a uno, o pide a un admin que te haga supervisor.
work-commands = Puedes escribir: entrada 12 SKU A de LEE, salida 1 SKU dañado, reserva 2 de SKU para Anna hasta el viernes, libera NÚMERO, mueve 3 de SKU de A a B, contado SKU en B: 14, reservas, deshacer.
work-not-read = No entiendo «{ $text }» ahí. Escribe una nota después de «de» o de una coma, por ejemplo: entrada 12 SKU nave A, de Lee.
work-nothing-to-undo = No tienes cambios de stock que deshacer.
work-no-reservation = No hay ninguna reserva { $number }. Escribe «reservas» para verlas todas.
work-too-few = Ninguna ubicación tiene tantos { $sku } libres. El máximo es { $count }.
work-which-location = ¿En qué ubicación? { $sku } está libre en { $places }. Di en cuál.
work-which-day = ¿Hasta qué día? Escribe hoy, mañana, un día de la semana o una fecha como 2027-03-31.
order-which-quantity = ¿Cuántos?
order-which-person = ¿Para quién?
order-which-goal = ¿Adónde? Las ubicaciones son { $places }.
order-which-place = ¿En qué ubicación? { $sku } está en { $places }.
order-which-reservation = ¿Cuál de las { $count } reservas?
order-no-reservation = No conozco esa reserva. Escribe «reservas» para verlas todas. Lo que reservó otro sistema solo se puede liberar allí.
order-no-size = { $item } no viene en { $size }. ¿Qué talla? Viene en { $sizes }.
order-one-at-a-time = Puedo atender un pedido cada vez. Envíalos uno tras otro.
order-dropped = De acuerdo, lo dejo. No se ha cambiado nada.
order-nothing-waits = De acuerdo. No había nada pendiente y no se ha cambiado nada.
order-not-done =
    { $verb ->
        [reserve] De acuerdo, no reservo nada.
        [release] De acuerdo, no libero nada.
        [move] De acuerdo, no muevo nada.
        [count] De acuerdo, no cambio el recuento.
        [receive] De acuerdo, no doy entrada a nada.
        [issue] De acuerdo, no doy salida a nada.
       *[other] De acuerdo, no cambio nada.
    }
