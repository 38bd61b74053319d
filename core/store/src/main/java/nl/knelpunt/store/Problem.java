package nl.knelpunt.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.port.UnavailableException;

/** What can be wrong with the store, in words for who must mend it. */
enum Problem {
    OPENING(
            "De database wordt geopend. Wacht even.", //
            "The database is being opened. Wait a moment."),
    STOPPING(
            "Het platform stopt. Probeer het opnieuw als het weer draait.",
            "The platform is stopping. Try again when it runs again."),
    TOO_BUSY(
            "Er wacht te veel werk op de database. Probeer het over een minuut opnieuw.",
            "Too much work is waiting for the database. Try again in a minute."),
    FULL(
            "De schijf van de gegevensmap is vol. Maak ruimte vrij; daarna gaat het werk vanzelf door.",
            "The disk of the data folder is full. Make room; then work goes on by itself."),
    NOT_WRITABLE(
            "De gegevensmap kan niet worden beschreven. Maak hem beschrijfbaar voor het platform; daarna gaat het werk vanzelf door.",
            "The data folder can't be written. Make it writable for the platform; then work goes on by itself."),
    TAKEN_AWAY(
            "De database (knelpunt.db of knelpunt.db-wal) is weggehaald of vervangen. Zet het bestand terug, of stop het platform"
                    + " en zet de laatste reservekopie terug.",
            "The database (knelpunt.db or knelpunt.db-wal) was taken away or replaced. Put the file back, or stop the platform"
                    + " and restore the last backup."),
    IN_USE(
            "De database is in gebruik door een ander programma. Sluit dat; daarna gaat het werk vanzelf door.",
            "The database is in use by another program. Close it; then work goes on by itself."),
    DAMAGED(
            "De database is beschadigd. Stop het platform en zet de laatste reservekopie terug.",
            "The database is damaged. Stop the platform and restore the last backup."),
    TOO_NEW(
            "De gegevens zijn van een nieuwere versie van Knelpunt. Start die versie, of zet een oudere reservekopie terug.",
            "The data are of a newer version of Knelpunt. Start that version, or restore an older backup."),
    KEY_MISSING(
            "Een sleutel in de map keys ontbreekt of past niet bij de database. Zet de sleutels uit de reservekopie terug.",
            "A key in the folder keys is missing or does not fit the database. Restore the keys from the backup."),
    NO_MEMORY(
            "Het platform heeft te weinig geheugen voor de database. Geef het meer geheugen.",
            "The platform has too little memory for the database. Give it more memory."),
    BACKUP_FAILED(
            "De reservekopie is niet gelukt en is weer weggehaald. Kijk of er ruimte is op de schijf en probeer het opnieuw.",
            "The backup failed and was removed again. See whether there is room on the disk and try again."),
    BROKEN(
            "De schijf of de database geeft een fout. Kijk in het logboek van het platform en controleer de schijf.",
            "The disk or the database reports an error. See the platform's log and check the disk.");

    private final Text text;

    Problem(String nl, String en) {
        this.text = new Text(nl, en);
    }

    Text text() {
        return text;
    }

    UnavailableException exception(Throwable cause) {
        return new UnavailableException(text, cause);
    }

    /** The problem that kept the store from opening or committing; null when it is none of these. */
    static Problem of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Problem known = null;
            if (cause instanceof UnavailableException unavailable) {
                known = of(unavailable.reason());
            } else if (cause instanceof SQLException sql) {
                known = ofCode(sql.getErrorCode() & 0xff);
            } else if (cause instanceof IOException) {
                known = ofSystem(String.valueOf(cause.getMessage()));
            }
            if (known != null) {
                return known;
            }
        }
        return null;
    }

    /** Whether a work failed because the database can't go on, and not by itself or by a rule of the schema. */
    static boolean stopsTheDatabase(Throwable failureOfAWork) {
        return failureOfAWork instanceof DatabaseException && of(failureOfAWork) != null;
    }

    private static Problem of(Text reason) {
        return Arrays.stream(values())
                .filter(problem -> problem.text.equals(reason))
                .findFirst()
                .orElse(null);
    }

    /** The JDK has no exceptions of its own for these; the rest is a matter of rights. */
    private static Problem ofSystem(String message) {
        if (message.contains("No space left") || message.contains("quota exceeded")) {
            return FULL;
        }
        return message.contains("Input/output error") ? BROKEN : NOT_WRITABLE;
    }

    // https://www.sqlite.org/rescode.html
    private static Problem ofCode(int code) {
        return switch (code) {
            case 3, 8, 14, 23 -> NOT_WRITABLE;
            case 5, 6, 15 -> IN_USE;
            case 7 -> NO_MEMORY;
            case 10 -> BROKEN;
            case 11, 26 -> DAMAGED;
            case 13 -> FULL;
            default -> null;
        };
    }
}
