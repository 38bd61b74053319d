package nl.knelpunt.engine.component;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.scan.UnfitTableException.Fault;

/**
 * What in a table looks like a person: headings, BSNs, e-mail addresses, names with initials. Rather refuses too much: nothing about a
 * person belongs in a scan (G26).
 */
final class PersonLike {

    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Set<String> HEADINGS = Set.of(
            "bsn",
            "burgerservicenummer",
            "sofinummer",
            "naam",
            "voornaam",
            "voornamen",
            "achternaam",
            "geslachtsnaam",
            "tussenvoegsel",
            "voorletters",
            "persoon",
            "persoonsnummer",
            "geboortedatum",
            "geboorteplaats",
            "geslacht",
            "nationaliteit",
            "email",
            "emailadres",
            "telefoon",
            "telefoonnummer",
            "mobiel",
            "iban",
            "rekeningnummer",
            "kenteken",
            "huisnummer",
            "straat",
            "adres",
            "postcode",
            "bedrijfsnaam",
            "handelsnaam",
            "kvk",
            "kvknummer",
            "rsin",
            "eigenaar",
            "bestuurder",
            "name",
            "surname",
            "firstname",
            "lastname",
            "birthdate",
            "address",
            "phone");

    /** Of an area a name is no person's. */
    private static final Set<String> OF_AN_AREA = Set.of(
            "gebied",
            "gebieds",
            "gemeente",
            "wijk",
            "buurt",
            "branche",
            "terrein",
            "bedrijventerrein",
            "regio",
            "park",
            "area",
            "municipality",
            "district",
            "neighbourhood",
            "branch");

    private static final Pattern NINE_DIGITS = Pattern.compile("\\d{9}");
    private static final Pattern EMAIL = Pattern.compile("\\S+@\\S+\\.\\p{L}{2,}");
    private static final Pattern INITIALS =
            Pattern.compile("(\\p{Lu}\\.\\s?){1,5}((van|de|der|den|ten|ter|te|el|von)\\s)*\\p{Lu}\\p{L}+.*");

    private static final Text FOUND = new Text(
            "Dit lijkt een gegeven van een persoon. Een scan gaat over gebieden of branches: haal de kolom uit de tabel.",
            "This looks like a datum of a person. A scan is about areas or branches: take the column out of the table.");
    private static final Text ALL_ELEVEN = new Text(
            "Alle getallen van negen cijfers in deze kolom kunnen BSN's zijn. Haal de kolom weg, of geef de waarden in duizenden.",
            "All numbers of nine digits in this column may be BSNs. Take the column out, or give the values in thousands.");

    private final Set<Integer> numbers;
    private final int[] nineDigits;
    private final int[] passing;

    /** @param numbers columns that are read as numbers: of these nine digits may be an amount */
    PersonLike(int columns, Set<Integer> numbers) {
        this.numbers = Set.copyOf(numbers);
        this.nineDigits = new int[columns];
        this.passing = new int[columns];
    }

    /** @param heading in lower case */
    static boolean isHeading(String heading) {
        List<String> words = Arrays.asList(WORDS.split(heading));
        boolean ofAnArea = words.stream().anyMatch(OF_AN_AREA::contains)
                || OF_AN_AREA.stream().anyMatch(a -> heading.equals(a + "naam"));
        boolean counts = words.contains("aantal") || words.contains("number") || words.contains("percentage");
        return words.stream()
                .filter(w -> !(ofAnArea && (w.equals("naam") || w.equals("name"))))
                .filter(w -> !(counts && (w.equals("adres") || w.equals("persoon"))))
                .anyMatch(HEADINGS::contains);
    }

    void look(long line, List<String> cells, List<Fault> faults) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).strip();
            if (NINE_DIGITS.matcher(cell).matches()) {
                nineDigits[i]++;
                if (passesElevenTest(cell)) {
                    passing[i]++;
                    if (!numbers.contains(i)) {
                        faults.add(new Fault(line, i + 1, FOUND));
                    }
                }
            } else if (EMAIL.matcher(cell).find() || INITIALS.matcher(cell).matches()) {
                faults.add(new Fault(line, i + 1, FOUND));
            }
        }
    }

    /** Of amounts one in eleven passes by chance; where all do, they are none. */
    void atTheEnd(List<Fault> faults) {
        for (int i = 0; i < nineDigits.length; i++) {
            if (numbers.contains(i) && passing[i] > 0 && passing[i] == nineDigits[i]) {
                faults.add(new Fault(0, i + 1, ALL_ELEVEN));
            }
        }
    }

    private static boolean passesElevenTest(String digits) {
        int sum = -(digits.charAt(8) - '0');
        for (int i = 0; i < 8; i++) {
            sum += (digits.charAt(i) - '0') * (9 - i);
        }
        return sum != 0 && sum % 11 == 0;
    }
}
