package org.impasto.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.file.Path;
import org.impasto.media.Rational;

/** How our records look as JSON: paths as plain text, fractions as "30000/1001". */
final class Json {
    private Json() {
    }

    static ObjectMapper mapper() {
        return new ObjectMapper().registerModule(new SimpleModule().addSerializer(Path.class, text())
                .addSerializer(Rational.class, text()));
    }

    private static <T> JsonSerializer<T> text() {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(value.toString());
            }
        };
    }
}
