package nl.knelpunt.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.knelpunt.engine.document.Composition;
import nl.knelpunt.engine.document.Composition.Fact;
import nl.knelpunt.engine.document.Composition.Points;
import nl.knelpunt.engine.document.Composition.Section;
import nl.knelpunt.engine.document.Composition.Table;
import nl.knelpunt.engine.document.Composition.Words;
import nl.knelpunt.engine.participant.Region;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Documents that everybody can read, now and in fifty years, whatever words come into them. */
class PressTest {

    private static final Region REGION = new Region("noord-holland", "Noord-Holland", Map.of(), List.of());

    private final PressComponent press = new PressComponent(settings("", ""));

    @BeforeAll
    static void judge() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static PressComponent.Settings settings(String prefix, String logo) {
        return new PressComponent.Settings() {
            @Override
            public String prefix() {
                return prefix;
            }

            @Override
            public String name() {
                return "";
            }

            @Override
            public String colour() {
                return "#123456";
            }

            @Override
            public String logo() {
                return logo;
            }

            @Override
            public String sender() {
                return "Postbus 1, Wieringersluis";
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return PressComponent.Settings.class;
            }
        };
    }

    private static Composition decision(String title, String words) {
        return new Composition(
                "aanwijzingsbesluit handhavingsknelpunt",
                title,
                "NH-2026-HK-003-B1",
                List.of(new Fact("Nummer", "NH-2026-HK-003-B1"), new Fact("Besluit van", "25 november 2026")),
                List.of(
                        new Section("Besluit", List.of(new Words(words), new Points(List.of("drugs", "witwassen")))),
                        new Section(
                                "Stemming",
                                List.of(new Table(
                                        "Stemmen per deelnemer",
                                        List.of("Deelnemer", "Stem", "Reden"),
                                        IntStream.range(0, 40)
                                                .mapToObj(i -> List.of("Gemeente " + i, "voor", words))
                                                .toList())))));
    }

    private static List<String> faults(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            return result.getTestAssertions().stream()
                    .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
                    .map(a -> a.getRuleId().getClause() + ": " + a.getMessage())
                    .distinct()
                    .toList();
        }
    }

    @Test
    void aDecisionIsAnArchivalDocumentThatAScreenReaderCanRead() throws Exception {
        byte[] pdf = press.pdf(decision("Haventje", "Het gaat om de kade.\n\nEn om de loodsen."), REGION);
        assertEquals(List.of(), faults(pdf, PDFAFlavour.PDFA_3_A));
        assertEquals(List.of(), faults(pdf, PDFAFlavour.PDFUA_1));
    }

    @Test
    void theJudgeFindsWhatIsWrong() throws Exception {
        try (PDDocument plain = new PDDocument();
                java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream()) {
            plain.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            plain.save(out);
            assertFalse(faults(out.toByteArray(), PDFAFlavour.PDFA_3_A).isEmpty());
            assertFalse(faults(out.toByteArray(), PDFAFlavour.PDFUA_1).isEmpty());
        }
    }

    @Test
    void itSaysWhatItIsInDutchWithBookmarks() throws Exception {
        byte[] pdf = press.pdf(decision("Haventje", "kort"), REGION);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals("nl", document.getDocumentCatalog().getLanguage());
            assertEquals(
                    "NH-2026-HK-003-B1: aanwijzingsbesluit handhavingsknelpunt – Haventje",
                    document.getDocumentInformation().getTitle());
            var top = document.getDocumentCatalog().getDocumentOutline().getFirstChild();
            assertEquals("Haventje", top.getTitle());
            assertEquals("1. Besluit", top.getFirstChild().getTitle());
            assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("RIEC Noord-Holland"));
            assertTrue(text.contains("Pagina 1 van"));
            assertFalse(text.contains("CONCEPT"));
        }
    }

    @Test
    void aLetterInEnglishIsReadAloudInEnglish() throws Exception {
        Composition dutch = decision("Haventje", "short");
        byte[] pdf = press.pdf(
                new Composition(
                        dutch.kind(), dutch.title(), null, dutch.facts(), dutch.sections(), java.util.Locale.ENGLISH),
                REGION);
        assertEquals(List.of(), faults(pdf, PDFAFlavour.PDFA_3_A));
        assertEquals(List.of(), faults(pdf, PDFAFlavour.PDFUA_1));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals("en", document.getDocumentCatalog().getLanguage());
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("Page 1 of"));
            assertTrue(text.contains("DRAFT"));
            assertFalse(text.contains("CONCEPT"));
        }
    }

    @Test
    void aDraftSaysSoOnEveryPage() throws Exception {
        Composition decided = decision("Haventje", "Een regel.\nEn nog een.");
        Composition draft = new Composition(decided.kind(), decided.title(), null, decided.facts(), decided.sections());
        byte[] pdf = press.pdf(draft, REGION);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertTrue(document.getNumberOfPages() > 1);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertTrue(stripper.getText(document).contains("CONCEPT"), "page " + page);
            }
        }
        assertEquals(List.of(), faults(pdf, PDFAFlavour.PDFUA_1));
        assertTrue(new String(press.html(draft, REGION), StandardCharsets.UTF_8).contains("CONCEPT"));
    }

    @Test
    void noWordsBecomeMarkupOrBreakAPage() throws Exception {
        String odd =
                "</td></table><script>alert(1)</script> & \"'> ]]> <!-- {{x}} \u202Eomgekeerd \uD800 \u0001 é ß 漢 😀 "
                        + "a".repeat(400) + " file:///etc/passwd <img src='http://example.invalid/x'/>";
        Composition composition = decision(odd, odd);
        byte[] pdf = press.pdf(composition, REGION);
        assertEquals(List.of(), faults(pdf, PDFAFlavour.PDFA_3_A));
        String html = new String(press.html(composition, REGION), StandardCharsets.UTF_8);
        assertFalse(html.contains("<script"));
        assertFalse(html.contains("<img"));
        assertFalse(html.contains("\u202E"));
        assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        html.replaceFirst("<!DOCTYPE html>", "").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theHtmlHasHeadersForItsTablesAndNothingFromElsewhere() {
        String html = new String(press.html(decision("Haventje", "kort"), REGION), StandardCharsets.UTF_8);
        assertTrue(html.startsWith("<!DOCTYPE html>\n<html lang=\"nl\">"));
        assertTrue(html.contains("<th scope=\"col\">Deelnemer</th>"));
        assertTrue(html.contains("<caption>Stemmen per deelnemer</caption>"));
        assertTrue(html.contains("#123456"));
        assertFalse(html.contains("http"));
        assertFalse(html.contains("<bookmark"));
    }

    @Test
    void aLogoThatCannotBeUsedLeavesADocumentWithoutOne(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder)
            throws Exception {
        java.nio.file.Path script = java.nio.file.Files.writeString(folder.resolve("logo.svg"), "<svg onload='x'/>");
        java.nio.file.Path png = folder.resolve("logo.png");
        javax.imageio.ImageIO.write(
                new java.awt.image.BufferedImage(40, 20, java.awt.image.BufferedImage.TYPE_INT_RGB),
                "png",
                png.toFile());
        Composition composition = decision("Haventje", "kort");
        for (String unusable :
                List.of(script.toString(), folder.resolve("nowhere.png").toString())) {
            PressComponent without = new PressComponent(settings("", unusable));
            assertFalse(new String(without.html(composition, REGION), StandardCharsets.UTF_8).contains("<img"));
        }
        PressComponent with = new PressComponent(settings("", png.toString()));
        byte[] pdf = with.pdf(composition, REGION);
        assertEquals(List.of(), faults(pdf, PDFAFlavour.PDFA_3_A));
        assertEquals(List.of(), faults(pdf, PDFAFlavour.PDFUA_1));
        assertTrue(new String(with.html(composition, REGION), StandardCharsets.UTF_8)
                .contains("alt=\"RIEC Noord-Holland\""));
    }

    @Test
    void numbersBeginAsTheRegionOrTheHouseStyleSays() {
        assertEquals("NH", press.prefix(REGION));
        assertEquals("RNH", new PressComponent(settings("RNH", "")).prefix(REGION));
        String all = List.of(press.prefix(new Region("amsterdam-amstelland", "x", Map.of(), List.of()))).stream()
                .collect(Collectors.joining());
        assertEquals("AA", all);
    }
}
