package nl.knelpunt.engine.identity;

import nl.knelpunt.api.Text;

/** What a person acknowledges before the first processing (Wgs 1.11; G49). */
public final class Secrecy {

    public static final Text TEXT = new Text("""
            Wat u in Knelpunt ziet en doet, is geheim (artikel 1.11 van de Wet gegevensverwerking door samenwerkingsverbanden).

            1. U houdt alles geheim wat u hier te weten komt, ook vertrouwelijke gegevens die niet over personen gaan.
            2. U gebruikt het alleen voor uw taak in dit RIEC, en geeft het alleen door als een wet dat toestaat of verplicht.
            3. Wie via u een resultaat krijgt, moet het ook geheimhouden. Wijs de ontvanger daarop.
            4. Voor politiegegevens geldt ook artikel 7 van de Wet politiegegevens.
            5. De geheimhouding blijft gelden als u dit werk niet meer doet.
            6. Alles wat u hier ziet en doet, wordt vastgelegd in de logging van verwerkingen.

            U bevestigt dat u dit gelezen heeft en dat u zich eraan houdt.""", """
            What you see and do in Knelpunt is secret (article 1.11 of the Wet gegevensverwerking door samenwerkingsverbanden).

            1. You keep secret all that you come to know here, also confidential data that are not about persons.
            2. You use it only for your task in this RIEC, and pass it on only where a law allows or demands that.
            3. Who gets a result through you has to keep it secret too. Point that out to the recipient.
            4. For police data article 7 of the Wet politiegegevens holds as well.
            5. The secrecy remains when you no longer do this work.
            6. All that you see and do here is recorded in the processing log.

            You acknowledge that you have read this and will abide by it.""");

    private Secrecy() {}
}
