package nl.knelpunt.engine.scan;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.knelpunt.api.Text;

/**
 * A comparison that a person made. Kept as it was: with the data set's version and the choices, whoever makes it again gets the same.
 *
 * @param id UUIDv7
 * @param dataSet on which, whole, so that its source, date and version stand beside every outcome
 * @param choice by which
 * @param spreads by code of the indicator: with them each normalised value can be checked
 * @param ranked how many have a rank
 */
public record Outcome(
        UUID id,
        UUID scan,
        DataSet dataSet,
        Choice choice,
        Map<String, Ranking.Spread> spreads,
        int ranked,
        UUID person,
        Instant at) {

    /** Of one scan. */
    public static final int MOST_OUTCOMES = 500;

    /** Goes with every outcome: what it is, and what it is not. */
    public static final Text NOTE = new Text(
            "Deze index vergelijkt gebieden of branches op de gekozen kenmerken en gewichten. Hij is een hulpmiddel om te"
                    + " kiezen waar nader wordt gekeken. Hij zegt niets over oorzaken en niets over personen of bedrijven;"
                    + " een controle ter plaatse blijft nodig. Ontbrekende waarden zijn niet aangevuld: zie de dekking.",
            "This index compares areas or branches on the indicators and weights that were chosen. It helps to choose where to"
                    + " look further. It says nothing of causes, and nothing of persons or companies; a check on the spot stays"
                    + " necessary. Missing values were not filled in: see the coverage.");

    public Outcome {
        spreads = Map.copyOf(spreads);
    }
}
