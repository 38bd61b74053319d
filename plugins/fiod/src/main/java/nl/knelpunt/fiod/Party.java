package nl.knelpunt.fiod;

import java.io.IOException;
import java.time.LocalDateTime;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Subject;
import nl.knelpunt.api.vocabulary.DataCategory;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.support.draft.Described;
import nl.knelpunt.support.identifier.Identifiers;
import nl.knelpunt.support.text.Texts;
import nl.knelpunt.support.xml.XmlReader;

/** A person or company in a report. */
final class Party {

    private Party() {}

    /** Null when nothing tells who it is. */
    static Subject person(XmlReader xml, String role) throws MessageException, IOException {
        String first = null;
        String prefix = null;
        String last = null;
        LocalDateTime born = null;
        String ssn = null;
        String address = null;
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "first_name" -> first = xml.text();
                case "prefix" -> prefix = xml.text();
                case "last_name" -> last = xml.text();
                case "birthdate" -> born = xml.moment();
                case "ssn" -> ssn = xml.text();
                case "addresses" -> address = firstAddress(xml);
            }
        }
        String birthday = born == null ? null : born.toLocalDate().toString();
        return subject(
                new Described(SubjectKind.PERSON)
                        .with(DataCategory.IDENTIFICATION, "naam", Texts.joined(" ", first, prefix, last))
                        .with(DataCategory.IDENTIFICATION, "geboortedatum", birthday)
                        .with(DataCategory.BSN, "bsn", Identifiers.bsn(ssn).orElse(null))
                        .with(DataCategory.CONTACT, "adres", address),
                role);
    }

    /** Its directors are passed over: they come along when a worker names them. */
    static Subject entity(XmlReader xml, String role) throws MessageException, IOException {
        String name = null;
        String tradeName = null;
        String number = null;
        String address = null;
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "name" -> name = xml.text();
                case "commercial_name" -> tradeName = xml.text();
                case "incorporation_number" -> number = xml.text();
                case "addresses" -> address = firstAddress(xml);
            }
        }
        String kvk = Identifiers.kvk(number).orElse(null);
        return subject(
                new Described(SubjectKind.LEGAL_PERSON)
                        .with(DataCategory.COMPANY, "naam", name)
                        .with(DataCategory.COMPANY, "handelsnaam", tradeName)
                        .with(DataCategory.COMPANY, "kvk-nummer", kvk)
                        .with(DataCategory.COMPANY, "registratienummer", kvk == null ? number : null)
                        .with(DataCategory.COMPANY, "adres", address),
                role);
    }

    /** Street and town of an address where the reader stands, without its country. */
    static String addressLine(XmlReader xml) throws MessageException, IOException {
        String line = null;
        String postcode = null;
        String town = null;
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "address" -> line = xml.text();
                case "zip" -> postcode = xml.text();
                case "city" -> town = xml.text();
            }
        }
        return Texts.joined(", ", line, Texts.joined(" ", postcode, town));
    }

    private static String firstAddress(XmlReader xml) throws MessageException, IOException {
        String first = null;
        xml.enter();
        while (xml.next()) {
            if (xml.name().equals("address") && first == null) {
                first = addressLine(xml);
            }
        }
        return first;
    }

    private static Subject subject(Described party, String role) {
        return party.isEmpty()
                ? null
                : party.with(DataCategory.BUSINESS_RELATIONS, "rol", role)
                        .subject()
                        .orElseThrow();
    }
}
