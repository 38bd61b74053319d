package nl.knelpunt.support.internal;

import java.util.Arrays;
import java.util.stream.Collectors;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.recognition.IdentifierKind;

/** Why a message can't be read. None of them quotes it. */
public final class Reasons {

    public static final Text NOT_XML = new Text(
            "Dit is geen geldige of geen volledige XML. Maak het bericht opnieuw aan en stuur het nog eens.",
            "This is not valid or not complete XML. Make the message again and send it once more.");
    public static final Text NOT_JSON = new Text(
            "Dit is geen geldige of geen volledige JSON. Maak het bericht opnieuw aan en stuur het nog eens.",
            "This is not valid or not complete JSON. Make the message again and send it once more.");
    public static final Text ENCODING = new Text(
            "De tekens staan niet in de opgegeven codering. Gebruik UTF-8, of voor XML ook UTF-16 of ISO-8859-1.",
            "The characters are not in the encoding that was declared. Use UTF-8, or for XML also UTF-16 or ISO-8859-1.");
    public static final Text DOCTYPE = new Text(
            "Een DOCTYPE of eigen entiteit is niet toegestaan. Haal die uit het bericht.",
            "A DOCTYPE or an entity of its own is not allowed. Take it out of the message.");
    public static final Text TOO_DEEP = new Text(
            "Het bericht is dieper genest dan " + Limits.DEPTH + " niveaus.",
            "The message is nested deeper than " + Limits.DEPTH + " levels.");
    public static final Text TOO_LONG = new Text(
            "Dit onderdeel is langer dan is toegestaan. Kort het in.", "This part is longer than allowed. Shorten it.");
    public static final Text DUPLICATE = new Text(
            "Een naam komt hier twee keer voor. Laat één van de twee weg.",
            "A name occurs twice here. Leave one of the two out.");
    public static final Text CONTROL_CHARACTER = new Text(
            "De tekst bevat een stuurteken of een half teken. Haal dat weg.",
            "The text holds a control character or half a character. Take it out.");
    public static final Text NO_TEXT =
            new Text("Hier wordt tekst verwacht, zonder onderdelen.", "Text without parts is expected here.");
    public static final Text NO_STRING =
            new Text("Hier wordt tekst tussen aanhalingstekens verwacht.", "Text between quotes is expected here.");
    public static final Text NO_NUMBER = new Text("Hier wordt een getal verwacht.", "A number is expected here.");
    public static final Text NO_WHOLE_NUMBER =
            new Text("Hier wordt een geheel getal verwacht.", "A whole number is expected here.");
    public static final Text NO_BOOLEAN =
            new Text("Hier wordt waar of onwaar (true of false) verwacht.", "True or false is expected here.");
    public static final Text NO_OBJECT =
            new Text("Hier wordt een object ({…}) verwacht.", "An object ({…}) is expected here.");
    public static final Text NO_ARRAY =
            new Text("Hier wordt een lijst ([…]) verwacht.", "A list ([…]) is expected here.");
    public static final Text NO_DATE = new Text(
            "Hier wordt een datum verwacht, zoals 2026-01-31.", "A date is expected here, such as 2026-01-31.");
    public static final Text NO_MOMENT = new Text(
            "Hier wordt een datum met tijd verwacht, zoals 2026-01-31T14:00:00+01:00.",
            "A date with a time is expected here, such as 2026-01-31T14:00:00+01:00.");
    public static final Text CSV_ENCODING = new Text(
            "De tekens staan niet in de codering van de koppeltabel. Sla de tabel op in UTF-8, of zet de codering in de"
                    + " koppeltabel goed.",
            "The characters are not in the encoding of the mapping. Save the table in UTF-8, or set the encoding in the"
                    + " mapping right.");
    public static final Text NOT_CSV = new Text(
            "Deze regel is geen CSV: let op de aanhalingstekens, en op cellen die niet eindigen.",
            "This line is no CSV: look at the quotes, and at cells that do not end.");
    public static final Text NO_HEADING = new Text(
            "De tabel is leeg. De eerste regel hoort de namen van de kolommen te bevatten.",
            "The table is empty. The first line is to hold the names of the columns.");
    public static final Text NO_COLUMN = new Text(
            "Deze kolom staat niet in de eerste regel. Zet haar in de tabel, of pas de koppeltabel of het scheidingsteken aan.",
            "This column is not in the first line. Put it in the table, or change the mapping or the separator.");
    public static final Text COLUMN_TWICE = new Text(
            "Deze kolom staat twee keer in de eerste regel. Geef elke kolom een eigen naam.",
            "This column is in the first line twice. Give each column a name of its own.");
    public static final Text STRAY_QUOTE = new Text(
            "In deze cel staat een los aanhalingsteken. Zet de hele cel tussen aanhalingstekens en verdubbel het teken.",
            "This cell holds a single quote. Put the whole cell between quotes and double the sign.");
    public static final Text TOO_FEW_CELLS = new Text(
            "Deze regel heeft minder cellen dan de eerste regel. Misschien is de tabel afgekapt.",
            "This row has fewer cells than the first line. The table may have been cut off.");
    public static final Text TOO_MANY_CELLS = new Text(
            "Deze regel heeft meer cellen dan de eerste regel. Zet een cel met een scheidingsteken tussen aanhalingstekens.",
            "This row has more cells than the first line. Put a cell that holds a separator between quotes.");
    public static final Text CUT_OFF = new Text(
            "De tabel eindigt midden in een regel en is dus afgekapt. Stuur de hele tabel.",
            "The table ends in the middle of a row, so it was cut off. Send the whole table.");
    public static final Text NO_DATE_OF_FORMAT = new Text(
            "Hier wordt een datum verwacht, geschreven zoals de koppeltabel zegt.",
            "A date is expected here, written as the mapping says.");
    public static final Text NO_TIME_OF_FORMAT = new Text(
            "Hier wordt een tijd verwacht, geschreven zoals de koppeltabel zegt.",
            "A time is expected here, written as the mapping says.");

    public static final Text NOT_EDIFACT = new Text(
            "Dit is geen geldige EDIFACT. Maak het bericht opnieuw aan en stuur het nog eens.",
            "This is not valid EDIFACT. Make the message again and send it once more.");
    public static final Text EDIFACT_INCOMPLETE = new Text(
            "Het einde van de EDIFACT-uitwisseling ontbreekt (UNT of UNZ). Stuur het hele bestand.",
            "The end of the EDIFACT interchange is missing (UNT or UNZ). Send the whole file.");
    public static final Text EDIFACT_ENVELOPE = new Text(
            "Dit segment hoort hier niet, of een aantal of kenmerk in UNT, UNE of UNZ klopt niet. Maak het bericht opnieuw aan.",
            "This segment does not belong here, or a count or reference in UNT, UNE or UNZ is wrong. Make the message again.");
    public static final Text EDIFACT_ENCODING = new Text(
            "De tekens passen niet bij de tekenset die in UNB staat. Gebruik UNOA tot en met UNOF, UNOK, UNOW of UNOY, en de tekens daarvan.",
            "The characters do not fit the character set that UNB names. Use UNOA to UNOF, UNOK, UNOW or UNOY, and its characters.");
    public static final Text NO_EDIFACT_DATE = new Text(
            "Hier wordt een datum verwacht in de vorm die de code erachter noemt (101, 102, 201, 203 of 204).",
            "A date is expected here in the form that the code behind it names (101, 102, 201, 203 or 204).");

    public static final Text NO_KIND = new Text(
            "Deze soort bestaat niet. Kies uit: " + kinds() + ".",
            "There is no such kind. Choose from: " + kinds() + ".");
    public static final Text NO_IDENTIFIER = new Text(
            "Dit is geen kenmerk van die soort. Verbeter het, of haal de regel weg.",
            "This is no identifier of that kind. Correct it, or take the row out.");
    public static final Text NO_HASH = new Text(
            "Hier worden 64 hexadecimale tekens verwacht. Maak de lijst opnieuw.",
            "64 hexadecimal digits are expected here. Make the list again.");
    public static final Text KEY_OVER = new Text(
            "De sleutel van deze regel geldt niet of niet meer. Maak de lijst opnieuw met de sleutel van nu.",
            "The key of this row does not hold, or no longer. Make the list again with the key of now.");

    private Reasons() {}

    private static String kinds() {
        return Arrays.stream(IdentifierKind.values()).map(IdentifierKind::code).collect(Collectors.joining(", "));
    }

    /** @param expected as the adapter names it, with or without a prefix */
    public static Text otherMessage(String expected) {
        String name = expected.substring(expected.indexOf(':') + 1);
        return new Text(
                "Dit is een ander soort bericht. Hier wordt " + name + " verwacht.",
                "This is another kind of message. " + name + " is expected here.");
    }
}
