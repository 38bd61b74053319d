package nl.knelpunt.engine.component;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.scan.DataSet;
import nl.knelpunt.engine.scan.Mapping;
import nl.knelpunt.engine.scan.Table;
import nl.knelpunt.engine.scan.UnfitTableException;
import nl.knelpunt.engine.scan.UnfitTableException.Fault;

/**
 * Reads a table by a mapping: only mapped columns are kept. Every cell is looked at, though: a table in which anything looks like a
 * person is refused as a whole. One row at a time, in one pass.
 */
final class TableReading {

    static final int MOST_COLUMNS = 300;

    private static final int MOST_SIZE = 100_000_000;

    private static final Pattern COMMA = Pattern.compile("-?\\d{1,15}(,\\d{1,15})?");
    private static final Pattern POINT = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    private final Mapping.Content mapping;
    private final int smallest;
    private final List<Fault> faults = new ArrayList<>();
    private final List<DataSet.Row> rows = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();

    private int codeAt = -1;
    private int sizeAt = -1;
    private final Map<Integer, Mapping.Indicator> indicatorsAt = new HashMap<>();
    private PersonLike persons;
    private int least = Integer.MAX_VALUE;

    private TableReading(Mapping.Content mapping, int smallest) {
        this.mapping = mapping;
        this.smallest = smallest;
    }

    /** @param lines on which the rows began */
    record Result(List<DataSet.Row> rows, List<Long> lines, int smallest) {}

    /** @param smallest addresses or companies that a row has at least */
    static Result read(Mapping.Content mapping, int smallest, Table.Source source) throws IOException {
        TableReading reading = new TableReading(mapping, smallest);
        reading.read(source.open(mapping.separator()));
        return new Result(reading.rows, reading.lines, reading.least);
    }

    private void read(Table table) throws IOException {
        List<String> heading = table.next();
        if (heading == null) {
            fault(0, 0, "De tabel is leeg.", "The table is empty.");
            throw new UnfitTableException(faults);
        }
        heading(heading);
        throwIfUnfit();
        for (List<String> cells = table.next(); cells != null; cells = table.next()) {
            if (rows.size() == DataSet.MOST_ROWS) {
                fault(
                        table.line(),
                        0,
                        "Een gegevensset heeft hoogstens " + DataSet.MOST_ROWS + " gebieden of branches.",
                        "A data set has at most " + DataSet.MOST_ROWS + " areas or branches.");
                break;
            }
            if (cells.size() != heading.size()) {
                fault(
                        table.line(),
                        0,
                        "Deze regel heeft " + cells.size() + " kolommen, de kop " + heading.size() + ".",
                        "This line has " + cells.size() + " columns, the heading " + heading.size() + ".");
            } else {
                row(table.line(), cells);
            }
            if (faults.size() >= UnfitTableException.MOST) {
                break;
            }
        }
        persons.atTheEnd(faults);
        if (rows.isEmpty() && faults.isEmpty()) {
            fault(0, 0, "De tabel heeft geen regels onder de kop.", "The table has no lines below its heading.");
        }
        throwIfUnfit();
    }

    private void heading(List<String> heading) {
        if (heading.size() > MOST_COLUMNS) {
            fault(
                    1,
                    0,
                    "Een tabel heeft hoogstens " + MOST_COLUMNS + " kolommen.",
                    "A table has at most " + MOST_COLUMNS + " columns.");
            return;
        }
        Map<String, Integer> at = new HashMap<>();
        for (int i = 0; i < heading.size(); i++) {
            String name = name(heading.get(i));
            if (PersonLike.isHeading(name)) {
                fault(
                        1,
                        i + 1,
                        "Deze kolom lijkt over personen of losse bedrijven te gaan. Een scan gaat over gebieden of branches:"
                                + " haal de kolom uit de tabel.",
                        "This column seems to be about persons or single companies. A scan is about areas or branches: take the"
                                + " column out of the table.");
            }
            if (!name.isEmpty() && at.put(name, i) != null) {
                fault(1, i + 1, "Deze kop staat er twee keer.", "This heading is there twice.");
            }
        }
        codeAt = column(at, mapping.codeColumn());
        sizeAt = column(at, mapping.sizeColumn());
        mapping.indicators().forEach(i -> indicatorsAt.put(column(at, i.column()), i));
        persons = new PersonLike(heading.size(), indicatorsAt.keySet());
    }

    private int column(Map<String, Integer> at, String wanted) {
        Integer found = at.get(name(wanted));
        if (found == null) {
            // The heading is the mapping's own, so it may be named.
            fault(
                    1,
                    0,
                    "De kolom '" + wanted + "' van de koppeling ontbreekt.",
                    "The column '" + wanted + "' of the mapping is missing.");
            return -1;
        }
        return found;
    }

    private static String name(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT);
    }

    private void row(long line, List<String> cells) {
        persons.look(line, cells, faults);
        String code = cells.get(codeAt).strip();
        if (!mapping.codes().fit(code)) {
            Text wanted = mapping.codes().label();
            fault(line, codeAt + 1, "Hier hoort een " + wanted.nl() + ".", "Here belongs a " + wanted.en() + ".");
        } else if (!codes.add(code)) {
            fault(line, codeAt + 1, "Deze code staat er twee keer.", "This code is there twice.");
        }
        int size = size(line, cells.get(sizeAt).strip());
        Map<String, Double> values = new HashMap<>();
        indicatorsAt.forEach((at, indicator) -> {
            String cell = cells.get(at).strip();
            if (!cell.isEmpty() && !mapping.missing().contains(cell)) {
                Double value = number(line, at, cell);
                if (value != null) {
                    values.put(indicator.code(), value);
                }
            }
        });
        rows.add(new DataSet.Row(code, size, values));
        lines.add(line);
    }

    private int size(long line, String cell) {
        if (!WHOLE.matcher(cell).matches() || Integer.parseInt(cell) > MOST_SIZE) {
            fault(line, sizeAt + 1, "Hier hoort een geheel getal.", "A whole number belongs here.");
            return 0;
        }
        int size = Integer.parseInt(cell);
        if (size < smallest) {
            fault(
                    line,
                    sizeAt + 1,
                    "Dit gebied of deze branche is te klein: minder dan " + smallest
                            + " adressen of bedrijven zijn te herleiden. Voeg samen of laat weg.",
                    "This area or branch is too small: fewer than " + smallest
                            + " addresses or companies can be traced. Merge it or leave it out.");
        }
        least = Math.min(least, size);
        return size;
    }

    private Double number(long line, int at, String cell) {
        boolean fits = (mapping.decimalComma() ? COMMA : POINT).matcher(cell).matches();
        if (!fits) {
            fault(
                    line,
                    at + 1,
                    mapping.decimalComma()
                            ? "Hier hoort een getal, met een komma voor de decimalen en zonder punten."
                            : "Hier hoort een getal, met een punt voor de decimalen en zonder komma's.",
                    mapping.decimalComma()
                            ? "A number belongs here, with a comma for decimals and without points."
                            : "A number belongs here, with a point for decimals and without commas.");
            return null;
        }
        return Double.valueOf(cell.replace(',', '.'));
    }

    private void fault(long line, int column, String nl, String en) {
        faults.add(new Fault(line, column, new Text(nl, en)));
    }

    private void throwIfUnfit() {
        if (!faults.isEmpty()) {
            throw new UnfitTableException(faults.subList(0, Math.min(faults.size(), UnfitTableException.MOST)));
        }
    }
}
