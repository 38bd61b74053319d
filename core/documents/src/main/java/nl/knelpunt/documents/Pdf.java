package nl.knelpunt.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A page as PDF/A-3a that is PDF/UA as well: tagged, with its fonts in it, in the language of the page. */
final class Pdf {

    private static final int BOLD = 700;
    private static final int REGULAR = 400;
    private static final String FONT = "Liberation Sans";

    static {
        // What it logs may quote the page.
        XRLog.setLoggingEnabled(false);
    }

    private Pdf() {}

    static byte[] of(String page) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_A);
            builder.usePdfUaAccessibility(true);
            builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
            builder.useFont(() -> font("LiberationSans-Regular.ttf"), FONT, REGULAR, FontStyle.NORMAL, true);
            builder.useFont(() -> font("LiberationSans-Bold.ttf"), FONT, BOLD, FontStyle.NORMAL, true);
            // Nothing is fetched from anywhere: what is on the page is in the page.
            builder.useUriResolver((base, uri) -> uri.startsWith("data:") || uri.startsWith("#") ? uri : null);
            builder.withHtmlContent(page, null);
            builder.withProducer("Knelpunt");
            builder.toStream(out);
            builder.run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream font(String file) {
        return Pdf.class.getResourceAsStream("fonts/" + file);
    }
}
