package nl.knelpunt.rest;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A file as an answer, written while it is sent. What is in it was logged before.
 *
 * @param mediaType with its parameters
 * @param fileName as it is offered to be kept; without personal data
 */
record Download(String mediaType, String fileName, Writing writing) {

    interface Writing {

        /** Does not close it. */
        void to(OutputStream out) throws IOException;
    }
}
