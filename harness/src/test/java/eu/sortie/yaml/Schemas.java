package eu.sortie.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** A JSON Schema we ship, held against YAML the way an editor does it. */
final class Schemas {

  private final JsonNode json;
  private final JsonSchema schema;

  private Schemas(String name) {
    try (var in = Objects.requireNonNull(
        Schemas.class.getResourceAsStream("/eu/sortie/schema/" + name + ".schema.json"))) {
      json = new ObjectMapper().readTree(in);
      schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(json);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static Schemas of(String name) {
    return new Schemas(name);
  }

  JsonNode json() {
    return json;
  }

  Set<ValidationMessage> complaints(String yaml) {
    var settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    var value = new Load(settings).loadFromString(yaml);
    return schema.validate(new ObjectMapper().valueToTree(value));
  }

  /** What the draft itself says about the schema. */
  Set<ValidationMessage> complaintsOfTheDraft() {
    var factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    return factory
        .getSchema(SchemaLocation.of(SpecVersion.VersionFlag.V202012.getId()))
        .validate(json);
  }
}
