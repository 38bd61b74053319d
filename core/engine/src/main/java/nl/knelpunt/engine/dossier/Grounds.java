package nl.knelpunt.engine.dossier;

/**
 * Why a knelpunt is designated or prolonged (Wgs 2.17, 2.23(4); G19).
 *
 * @param necessity why joint processing is necessary
 * @param proportionality why it is in proportion
 * @param subsidiarity why lighter means, or one participant alone, do not do
 * @param deficit where normal enforcement falls short
 * @param seriousness seriousness and size
 */
public record Grounds(
        String necessity, String proportionality, String subsidiarity, String deficit, String seriousness) {

    public static final Grounds NONE = new Grounds(null, null, null, null, null);
}
