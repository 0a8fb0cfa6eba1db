package govsearch.cli;

import govsearch.model.OnnxEmbedder;
import govsearch.model.UnusableModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Brings a model and puts it in place whole or not at all: into a folder beside it, where every
 * file is held against its known sum and the model is loaded once, and from there by a renaming. An
 * earlier model stays until then; what an interrupted run has left is no part of the next.
 */
final class ModelDelivery {

  static final String MODEL =
      "dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15-q:1.11.0-beta19";
  static final String RUNTIME = "com.microsoft.onnxruntime:onnxruntime:1.20.0";

  private static final String GRAPH = "model.onnx";
  private static final String TOKENIZER = "tokenizer.json";
  private static final String LIBRARY = "onnxruntime-1.20.0.jar";

  /** SHA-256 of what is brought, by file. */
  static final Map<String, String> SUMS =
      Map.of(
          GRAPH, "15b717c382bcb518ba457b93ea6850ede7f4f1cd8937454aa06972366cd19bcc",
          TOKENIZER, "48cea5d44424912a6fd1ea647bf4fe50b55ab8b1e5879c3275f80e339e8fae26",
          LIBRARY, "c46608681692b3693914defb42fa3119ad7cb6146870581ece247e0ed5793fe8");

  /** Copies an artifact's file into a folder. */
  @FunctionalInterface
  interface Source {
    void copy(String artifact, Path folder) throws IOException, InterruptedException;
  }

  private final Path folder;
  private final Path draft;
  private final Path former;
  private final Source source;
  private final Map<String, String> sums;
  private final Consumer<Path> trial;

  /** A delivery to a folder, of what is known by its sums. */
  ModelDelivery(Path folder, Source source) {
    this(folder, source, SUMS, ModelDelivery::load);
  }

  /**
   * A delivery.
   *
   * @param sums SHA-256 by file
   * @param trial tells whether what a folder has can be used, by an exception
   */
  ModelDelivery(Path folder, Source source, Map<String, String> sums, Consumer<Path> trial) {
    this.folder = folder;
    this.draft = folder.resolveSibling(folder.getFileName() + ".draft");
    this.former = folder.resolveSibling(folder.getFileName() + ".former");
    this.source = source;
    this.sums = sums;
    this.trial = trial;
  }

  /** Whether the very model that would be brought is in place. */
  boolean isThere() throws IOException {
    for (Map.Entry<String, String> known : sums.entrySet()) {
      Path file = folder.resolve(known.getKey());
      if (!Files.isRegularFile(file) || !sha256(file).equals(known.getValue())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Brings it.
   *
   * @throws UserMistakeException if what came is not what was asked for, or cannot be used here
   */
  void bring() throws IOException, InterruptedException {
    delete(draft);
    try {
      Files.createDirectories(draft);
      for (String artifact : List.of(MODEL, RUNTIME)) {
        System.out.println("正在取 " + artifact + " …");
        source.copy(artifact, draft);
      }
      unpack();
      check();
      trial.accept(draft);
      install();
    } finally {
      delete(draft);
    }
  }

  /** The library's own classes are of no use here. */
  private void unpack() throws IOException {
    Path jar;
    try (var files = Files.list(draft)) {
      jar =
          files
              .filter(file -> file.getFileName().toString().startsWith("langchain4j"))
              .findFirst()
              .orElseThrow(() -> new UserMistakeException("没有取到模型；原有的（如果有）没有动，可以再试"));
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (entry.getName().endsWith(".onnx")) {
          extract(zip, entry, draft.resolve(GRAPH));
        } else if (entry.getName().endsWith(TOKENIZER)) {
          extract(zip, entry, draft.resolve(TOKENIZER));
        }
      }
    } catch (ZipException e) {
      throw new UserMistakeException(broken(String.valueOf(jar.getFileName())), e);
    }
    Files.delete(jar);
  }

  private static void extract(ZipFile zip, ZipEntry entry, Path to) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void check() throws IOException {
    for (String name : sums.keySet().stream().sorted().toList()) {
      Path file = draft.resolve(name);
      if (!Files.isRegularFile(file)) {
        throw new UserMistakeException("取来的东西里没有 " + name + "；原有的（如果有）没有动");
      }
      if (!sha256(file).equals(sums.get(name))) {
        throw new UserMistakeException(broken(name));
      }
    }
  }

  private static String broken(String file) {
    return "取来的 "
        + file
        + " 与应有的不符（SHA-256），可能没有下完或被改动，没有装；"
        + "请删去本机 Maven 仓库（~/.m2/repository）里的这一件再试";
  }

  /** Where it cannot be loaded, it is told now, not at the next start. */
  private static void load(Path from) {
    try (OnnxEmbedder loaded = OnnxEmbedder.open(from)) {
      System.out.println("模型可用，向量 " + loaded.dimension() + " 维");
    } catch (UnusableModelException e) {
      throw new UserMistakeException("取来了，但在这台机器上用不了：" + e.getMessage(), e);
    }
  }

  private void install() throws IOException {
    delete(former);
    if (Files.exists(folder)) {
      Files.move(folder, former);
    }
    Files.move(draft, folder);
    delete(former);
  }

  private static void delete(Path some) throws IOException {
    if (!Files.exists(some)) {
      return;
    }
    try (var files = Files.list(some)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(some);
  }

  static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream reading =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      reading.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(reading.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
