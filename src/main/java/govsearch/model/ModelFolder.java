package govsearch.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model's files: {@code model.onnx}, {@code tokenizer.json}, the runtime's jar, and, where its
 * defaults do not fit, {@code model.properties}.
 *
 * @param pooling {@code cls} for the first piece's vector, {@code mean} for that of all
 * @param prefix what stands before a question
 */
record ModelFolder(Path folder, Path library, String pooling, String prefix, int longest) {

  static final String GRAPH = "model.onnx";
  static final String TOKENIZER = "tokenizer.json";
  static final String SETTINGS = "model.properties";
  static final String LIBRARY_GLOB = "onnxruntime*.jar";

  private static final int DEFAULT_LONGEST = 192;
  private static final List<String> POOLINGS = List.of("cls", "mean");

  /** Looks at a folder. */
  static ModelFolder of(Path folder) {
    for (String name : List.of(GRAPH, TOKENIZER)) {
      if (!Files.isRegularFile(folder.resolve(name))) {
        throw new UnusableModelException("模型目录 " + folder + " 里没有 " + name);
      }
    }
    Properties settings = new Properties();
    Path file = folder.resolve(SETTINGS);
    if (Files.isRegularFile(file)) {
      try (var in = Files.newBufferedReader(file)) {
        settings.load(in);
      } catch (IOException | IllegalArgumentException e) {
        throw new UnusableModelException("读不了 " + file + "：" + e.getMessage(), e);
      }
    }
    String pooling = settings.getProperty("pooling", POOLINGS.getFirst()).strip();
    if (!POOLINGS.contains(pooling)) {
      throw new UnusableModelException(file + " 里的 pooling 应是 cls 或 mean");
    }
    return new ModelFolder(
        folder, library(folder), pooling, settings.getProperty("prefix", ""), DEFAULT_LONGEST);
  }

  private static Path library(Path folder) {
    try (Stream<Path> jars = Files.list(folder)) {
      return jars.filter(
              path ->
                  path.getFileName().toString().startsWith("onnxruntime")
                      && path.getFileName().toString().endsWith(".jar"))
          .sorted()
          .findFirst()
          .orElseThrow(
              () ->
                  new UnusableModelException(
                      "模型目录 " + folder + " 里没有 " + LIBRARY_GLOB + "；用 ./govsearch model add 取来"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  WordPiece tokenizer() {
    Path file = folder.resolve(TOKENIZER);
    try {
      JsonNode json = JsonMapper.builder().build().readTree(Files.readString(file));
      Map<String, Integer> vocabulary = new HashMap<>();
      json.at("/model/vocab")
          .properties()
          .forEach(entry -> vocabulary.put(entry.getKey(), entry.getValue().intValue()));
      return new WordPiece(vocabulary, json.at("/normalizer/lowercase").booleanValue(true));
    } catch (IOException | JacksonException | IllegalArgumentException e) {
      throw new UnusableModelException(file + " 不是 BERT 的 tokenizer.json：" + e.getMessage(), e);
    }
  }

  /** What tells the model from any other: what it reads, how it reads, and what it computes. */
  String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String name : List.of(GRAPH, TOKENIZER)) {
        try (InputStream in = Files.newInputStream(folder.resolve(name));
            DigestInputStream reading = new DigestInputStream(in, digest)) {
          reading.transferTo(java.io.OutputStream.nullOutputStream());
        }
      }
      digest.update((pooling + "\n" + longest).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
