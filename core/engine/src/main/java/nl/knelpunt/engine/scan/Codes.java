package nl.knelpunt.engine.scan;

import java.util.regex.Pattern;
import nl.knelpunt.api.Text;

/** By what the rows of a data set are named: areas or branches, nothing smaller. */
public enum Codes {
    MUNICIPALITY("GM\\d{4}", "CBS-gemeentecode, zoals GM9001", "CBS code of a municipality, such as GM9001"),
    DISTRICT("WK\\d{6}", "CBS-wijkcode, zoals WK900101", "CBS code of a district, such as WK900101"),
    NEIGHBOURHOOD("BU\\d{8}", "CBS-buurtcode, zoals BU90010101", "CBS code of a neighbourhood, such as BU90010101"),
    /** A single address or building has a code in the BAG too, and is no area. */
    BAG_TOWN("\\d{4}", "BAG-woonplaatscode van vier cijfers", "BAG code of a town, four digits"),
    BAG_STREET(
            "\\d{4}30\\d{10}", "BAG-code van een openbare ruimte, 16 cijfers", "BAG code of a public space, 16 digits"),
    /** Must be in the register of own areas. */
    OWN("[A-Za-z0-9][A-Za-z0-9._-]{0,39}", "code van een eigen gebied", "code of an own area"),
    SBI("\\d{2}(\\.\\d{1,2}){0,2}(\\.\\d)?", "SBI-code, zoals 49.41", "SBI code, such as 49.41");

    private final Pattern pattern;
    private final Text label;

    Codes(String pattern, String nl, String en) {
        this.pattern = Pattern.compile(pattern);
        this.label = new Text(nl, en);
    }

    public boolean fit(String code) {
        return pattern.matcher(code).matches();
    }

    public Text label() {
        return label;
    }

    /** Whether the rows are branches instead of areas. */
    public boolean areBranches() {
        return this == SBI;
    }
}
