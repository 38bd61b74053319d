package nl.knelpunt.identity;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.participant.Region;
import nl.knelpunt.engine.port.Accounts.NewAccount;
import nl.knelpunt.engine.text.Invisible;

/** Whether a new account makes sense: its form, and its place in the region. What the law says of it, the guard says. */
final class Appointment {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{1,62}[a-z0-9]");
    private static final Pattern DISPLAY_NAME = Pattern.compile("(?=.*\\S)[^\\p{Cntrl}]{1,100}");

    private Appointment() {}

    static boolean isName(String name) {
        return name != null && NAME.matcher(name).matches();
    }

    /**
     * @throws InvalidException which field is wrong
     */
    static void checkForm(NewAccount account) {
        if (!isName(account.name())) {
            throw new InvalidException(
                    "name",
                    new Text(
                            "De naam moet 3 tot 64 tekens hebben: kleine letters, cijfers, punten en streepjes,"
                                    + " te beginnen met een letter.",
                            "The name must have 3 to 64 characters: lower case letters, digits, dots and hyphens,"
                                    + " beginning with a letter."));
        }
        if (account.displayName() == null
                || !DISPLAY_NAME.matcher(account.displayName()).matches()
                || Invisible.inLine(account.displayName()) >= 0) {
            throw new InvalidException(
                    "displayName",
                    new Text(
                            "Geef de naam zoals collega's hem zien, van 1 tot 100 tekens, zonder tekens die niemand ziet.",
                            "Give the name as colleagues see it, of 1 to 100 characters, without characters that nobody sees."));
        }
        checkRoles(account);
        Passwords.check(account.name(), account.password());
    }

    /**
     * @throws InvalidException not all have the same password
     */
    static void checkAlike(List<NewAccount> accounts) {
        char[] first = accounts.get(0).password();
        if (!accounts.stream().allMatch(account -> Arrays.equals(first, account.password()))) {
            throw new InvalidException(
                    "password",
                    new Text(
                            "Niet alle accounts hebben hetzelfde wachtwoord. Voeg ze een voor een toe.",
                            "Not all accounts have the same password. Add them one by one."));
        }
    }

    /**
     * @throws InvalidException which field is wrong
     */
    static void checkPlace(NewAccount account, Region region) {
        Participant participant = region.participant(account.participant())
                .orElseThrow(() -> new InvalidException(
                        "participant",
                        new Text(
                                "Deze deelnemer staat niet in de regio. Kies een id uit conf/region.json.",
                                "This participant is not in the region. Choose an id of conf/region.json.")));
        if (!participant.isDesignated()) {
            throw new InvalidException(
                    "participant",
                    new Text(
                            "Deze partij doet mee zonder gegevens en krijgt geen account. Geef haar een taakblad.",
                            "This party takes part without data and gets no account. Give it a task sheet."));
        }
        if (account.organ() != null && !participant.organs().contains(account.organ())) {
            throw new InvalidException(
                    "organ",
                    new Text(
                            "Dit orgaan hoort niet bij deze deelnemer. Kies een orgaan van de deelnemer.",
                            "This organ is not one of this participant. Choose an organ of the participant."));
        }
    }

    private static void checkRoles(NewAccount account) {
        if (account.roles() == null || account.roles().isEmpty()) {
            throw new InvalidException("roles", new Text("Geef ten minste één rol.", "Give at least one role."));
        }
        boolean connection = account.roles().contains(Role.CONNECTION);
        if (connection && account.roles().size() > 1) {
            throw new InvalidException(
                    "roles",
                    new Text(
                            "Een koppeling levert alleen berichten aan en heeft geen andere rol. Maak twee accounts.",
                            "A connection only delivers messages and has no other role. Make two accounts."));
        }
        long bureau = account.roles().stream().filter(Role::isBureau).count();
        if (bureau > 0 && bureau < account.roles().size()) {
            throw new InvalidException(
                    "roles",
                    new Text(
                            "Een rol van het bureau gaat niet samen met een rol van een deelnemer. Maak twee accounts.",
                            "A bureau role does not go with a participant's role. Make two accounts."));
        }
        if (bureau == 0 && !connection && account.organ() == null) {
            throw new InvalidException(
                    "organ",
                    new Text(
                            "Geef het orgaan waarvoor deze persoon werkt.",
                            "Give the organ for which this person works."));
        }
        if ((bureau > 0 || connection) && account.organ() != null) {
            throw new InvalidException(
                    "organ",
                    new Text(
                            "Het bureau en een koppeling werken niet voor één orgaan. Laat het orgaan weg.",
                            "The bureau and a connection don't work for one organ. Leave the organ out."));
        }
    }
}
