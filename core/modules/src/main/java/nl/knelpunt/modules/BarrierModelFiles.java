package nl.knelpunt.modules;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import nl.knelpunt.engine.analysis.BarrierModel;
import nl.knelpunt.engine.port.ShippedBarrierModels;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The barrier models in {@code barriers/}, in the form in which the API takes one in. Read once. */
@Component
public final class BarrierModelFiles implements ShippedBarrierModels {

    static final List<String> FILES = List.of(
            "arbeidsuitbuiting", "cocaine-via-zeehaven", "fraude-bedrijventerrein", "hennepteelt", "mobiele-bendes");

    private final List<BarrierModel> models;

    @Activate
    public BarrierModelFiles() {
        ObjectMapper json = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        models = FILES.stream().map(file -> read(json, file)).toList();
    }

    private static BarrierModel read(ObjectMapper json, String file) {
        try (InputStream in = BarrierModelFiles.class.getResourceAsStream("barriers/" + file + ".json")) {
            return json.readValue(in, BarrierModel.class);
        } catch (IOException e) {
            throw new UncheckedIOException("barriers/" + file + ".json", e);
        }
    }

    @Override
    public List<BarrierModel> models() {
        return models;
    }
}
