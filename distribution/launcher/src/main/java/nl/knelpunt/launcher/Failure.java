package nl.knelpunt.launcher;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What was asked could not be done. The message is one clear line for the person at the terminal. */
final class Failure extends Exception {

    private static final long serialVersionUID = 1L;

    Failure(String message) {
        super(message);
    }

    /** Why an input or output went wrong, in words rather than a class name. */
    static String reason(Exception e) {
        var io = e.getCause() instanceof IOException cause ? cause : e;
        if (io instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (io instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        if (io instanceof FileSystemException file && file.getReason() != null) {
            return file.getFile() + ": " + file.getReason();
        }
        return io.getMessage() == null ? io.getClass().getSimpleName() : io.getMessage();
    }
}
