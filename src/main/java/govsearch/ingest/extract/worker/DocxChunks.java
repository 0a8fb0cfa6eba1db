package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.Extractor;
import govsearch.ingest.extract.FileType;
import govsearch.ingest.extract.RejectedFileException;
import govsearch.ingest.extract.TextDecoder;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Files within a docx that stand for a part of its text (altChunk, ECMA-376 part 1, 17.17.2). */
final class DocxChunks {

  private static final int DEEPEST = 2;

  private final OoxmlParts parts;
  private final Output out;
  private final int depth;
  private final Map<String, String> targets = new HashMap<>();

  private DocxChunks(OoxmlParts parts, Output out, int depth) {
    this.parts = parts;
    this.out = out;
    this.depth = depth;
  }

  static DocxChunks of(OoxmlParts parts, String main, Output out, int depth)
      throws IOException, RejectedFileException {
    DocxChunks chunks = new DocxChunks(parts, out, depth);
    parts.read(
        main.replace("word/", "word/_rels/") + ".rels",
        xml -> {
          while (xml.next()) {
            if (xml.atStart() && xml.name().equals(":Relationship")) {
              chunks.targets.put(
                  String.valueOf(xml.attribute("Id")), String.valueOf(xml.attribute("Target")));
            }
          }
        });
    return chunks;
  }

  /** Reads a chunk into the text; what cannot be read is told. */
  void read(String id) throws RejectedFileException {
    String target = targets.getOrDefault(id, "").replace('\\', '/');
    String name = target.startsWith("/") ? target.substring(1) : "word/" + target;
    try {
      Optional<byte[]> bytes = parts.bytes(name);
      if (bytes.isEmpty()) {
        out.remark("嵌入的文件 " + target + " 不在文件里，那一部分没有读出");
      } else {
        read(name, bytes.get());
      }
    } catch (RejectedFileException | IOException e) {
      out.remark("嵌入的文件 " + target + " 没有读出：" + Output.cause(e));
    }
  }

  private void read(String name, byte[] bytes) throws RejectedFileException, IOException {
    FileType type = Extractor.type(name, bytes);
    switch (type) {
      case TEXT -> {
        for (String line : TextDecoder.decode(bytes).text().lines().toList()) {
          out.line(line);
        }
      }
      case DOCX -> {
        if (depth >= DEEPEST) {
          throw new RejectedFileException("嵌入超过 " + DEEPEST + " 层");
        }
        new DocxReader(depth + 1).read(bytes, out);
      }
      case HTML, MHTML, RTF, DOC, PDF -> Readers.of(type, false).read(bytes, out);
      case ZIP -> throw new RejectedFileException("是压缩包");
    }
  }
}
