package eu.sortie.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Header fields in the order of the wire. */
record Fields(List<Field> all) {

  static final Fields NONE = new Fields(List.of());

  Fields {
    all = List.copyOf(all);
  }

  Optional<String> first(String name) {
    return all.stream().filter(field -> field.is(name)).findFirst().map(Field::value);
  }

  boolean has(String name) {
    return first(name).isPresent();
  }

  Fields without(String name) {
    return new Fields(all.stream().filter(field -> !field.is(name)).toList());
  }

  Fields and(Field field) {
    var more = new ArrayList<>(all);
    more.add(field);
    return new Fields(more);
  }

  /** With a field in place of all of its name. */
  Fields with(String name, String value) {
    return without(name).and(new Field(name, value));
  }
}
