package nl.knelpunt.rest;

/**
 * A body that is no JSON.
 *
 * @param mediaType with its charset where it is text
 */
record Document(String mediaType, byte[] bytes) {

    static final String HTML = "text/html";
    static final String CSV = "text/csv";
}
