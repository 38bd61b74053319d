package nl.knelpunt.api.adapter;

/**
 * Where something was observed. Every part may be null.
 *
 * @param description a place in words, such as a street with number or a kind of location
 * @param postcode Dutch postcode, {@code 1234AB}
 * @param town name of the town
 * @param municipality CBS code of the municipality, {@code GM} and four digits; G06 tests the region by it
 * @param longitude WGS 84, degrees
 * @param latitude WGS 84, degrees
 */
public record Place(
        String description, String postcode, String town, String municipality, Double longitude, Double latitude) {

    /** Without the address, so that a log or an exception can't hold it. */
    @Override
    public String toString() {
        return "Place[" + municipality + "]";
    }
}
