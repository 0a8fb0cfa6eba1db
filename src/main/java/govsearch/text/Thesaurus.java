package govsearch.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the genre says in other words: concepts, each with the wordings that reports have for it.
 * The built-in ones are a resource whose head describes the format; a person's own file in the same
 * format extends it, a concept of the same name gaining wordings.
 */
public final class Thesaurus {

  /** No concept at all. */
  public static final Thesaurus NONE = new Thesaurus(List.of());

  private static final String RESOURCE = "thesaurus.txt";
  private static final char SPACE = ' ';
  private static final Pattern WORDS = Pattern.compile(" ");

  /** What a concept is of. */
  public enum Category {
    PROBLEM("问题"),
    MEASURE("措施"),
    MATTER("事项");

    private final String label;

    Category(String label) {
      this.label = label;
    }

    /** The name that the file and people use. */
    public String label() {
      return label;
    }
  }

  /**
   * A concept.
   *
   * @param name unique; itself no wording unless it stands among them
   * @param wordings as the file has them: without spaces to stand together, with spaces all words
   *     in one clause
   */
  public record Concept(String name, Category category, List<String> wordings) {
    public Concept {
      wordings = List.copyOf(wordings);
    }
  }

  /**
   * A place where a text says a concept.
   *
   * @param wording as the file has it
   * @param ranges of the wording's words in the text, ascending and disjoint
   */
  public record Match(Concept concept, String wording, List<Range> ranges) {}

  private final Map<String, Concept> concepts;
  private final Map<String, Concept> byLiteralName = new LinkedHashMap<>();
  private final WordingFinder finder;

  Thesaurus(List<Concept> concepts) {
    this.concepts = ThesaurusFile.merged(concepts);
    this.concepts.forEach((name, concept) -> byLiteralName.put(Literal.literal(name), concept));
    this.finder = new WordingFinder(List.copyOf(this.concepts.values()));
  }

  /** The concepts that come with the program. */
  public static Thesaurus builtIn() {
    return BuiltIn.THESAURUS;
  }

  /**
   * Reads a file's text.
   *
   * @throws ThesaurusMistakeException where the text is not in the format, naming the line
   */
  public static Thesaurus parse(String text) {
    return new Thesaurus(ThesaurusFile.parse(text));
  }

  /**
   * These concepts and wordings, and another thesaurus' too.
   *
   * @throws ThesaurusMistakeException if a concept of both has different categories
   */
  public Thesaurus and(Thesaurus other) {
    List<Concept> both = new ArrayList<>(concepts.values());
    both.addAll(other.concepts.values());
    return new Thesaurus(both);
  }

  /** All concepts, in the order of the file. */
  public List<Concept> concepts() {
    return List.copyOf(concepts.values());
  }

  /** The concept of a name; empty if there is none. */
  public Optional<Concept> concept(String name) {
    return Optional.ofNullable(concepts.get(name));
  }

  /** The concepts whose names stand in a text; a name need be no wording. */
  public List<Concept> named(String text) {
    String literal = Literal.literal(text);
    List<Concept> named = new ArrayList<>();
    byLiteralName.forEach(
        (name, concept) -> {
          if (literal.contains(name)) {
            named.add(concept);
          }
        });
    return named;
  }

  /**
   * What else a text is called that names a concept: by its name, by one of its wordings, or by a
   * word of these with which the name of something other than a problem begins (法律明白人 of 法律明白人培养).
   * Only wordings that stand together are names; one that contains the text is found with it, and
   * none of its others.
   */
  public List<String> otherNames(String text) {
    String literal = Literal.literal(text);
    Set<String> names = new LinkedHashSet<>();
    for (Concept concept : concepts.values()) {
      if (!literal.isEmpty() && isCalled(concept, literal)) {
        concept.wordings().stream()
            .filter(wording -> wording.indexOf(SPACE) < 0)
            .filter(wording -> !Literal.literal(wording).contains(literal))
            .forEach(names::add);
      }
    }
    return List.copyOf(names);
  }

  private static boolean isCalled(Concept concept, String literal) {
    String name = Literal.literal(concept.name());
    boolean begins = concept.category() != Category.PROBLEM && name.startsWith(literal);
    return name.equals(literal)
        || concept.wordings().stream()
            .anyMatch(
                wording ->
                    Literal.literal(wording).equals(literal)
                        || (begins && List.of(WORDS.split(wording)).contains(literal)));
  }

  /**
   * Where a text says which concepts, in the order of the text. A measure behind 未, 没有 or 尚未 in its
   * clause is not said: that it was not taken is a problem.
   */
  public List<Match> matches(String text) {
    return finder.find(Literal.of(text));
  }

  /** As {@link #matches(String)}, of a text whose literal form is known. */
  public List<Match> matches(FoldedText literal) {
    return finder.find(literal);
  }

  private static final class BuiltIn {
    private static final Thesaurus THESAURUS = load();

    private static Thesaurus load() {
      try (InputStream in = Thesaurus.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IOException("missing resource " + RESOURCE);
        }
        return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
