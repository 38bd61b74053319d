package nl.knelpunt.engine.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.knelpunt.api.Text;

/**
 * Whether the data subjects of a knelpunt were informed that their data are processed (AVG 14; Bgs 1.3), or why not. The last one of a
 * knelpunt counts; those before stay, to be accounted for.
 *
 * @param id UUIDv7
 * @param informedOn day on which they were; null when they were not
 * @param informedBy by whom and how; null when they were not
 * @param exception why not; null when they were
 * @param restriction of UAVG 41(1); only with {@link Exception#RESTRICTED}
 * @param participant that finds the exception (Bgs 1.3); null when they were informed
 * @param reasons why the exception holds; no personal data
 * @param reviewBy day by which it is looked at anew; null when they were informed
 */
public record Information(
        UUID id,
        UUID knelpunt,
        LocalDate informedOn,
        String informedBy,
        Exception exception,
        RightsRequest.Restriction restriction,
        String participant,
        String reasons,
        LocalDate reviewBy,
        UUID person,
        Instant at) {

    public enum Exception {
        ALREADY_KNOWN("AVG 14(5)(a)", "de betrokkene weet het al", "the data subject knows already"),
        IMPOSSIBLE(
                "AVG 14(5)(b)",
                "het is onmogelijk, vergt onevenredig veel inspanning of schaadt het doel",
                "it is impossible, takes a disproportionate effort or harms the purpose"),
        LAID_DOWN_BY_LAW("AVG 14(5)(c)", "de wet schrijft de verstrekking voor", "the law lays the provision down"),
        SECRECY("AVG 14(5)(d)", "beroepsgeheim", "professional secrecy"),
        RESTRICTED("UAVG 41", "een beperking van artikel 41 UAVG", "a restriction of article 41 UAVG");

        private final String article;
        private final Text label;

        Exception(String article, String nl, String en) {
            this.article = article;
            this.label = new Text(nl, en);
        }

        public String article() {
            return article;
        }

        public Text label() {
            return label;
        }
    }

    /** Whether they were informed and when, or which exception held: that stays of a knelpunt that was destroyed. */
    public Information withoutTexts() {
        return new Information(
                id, knelpunt, informedOn, null, exception, restriction, participant, null, null, person, at);
    }
}
