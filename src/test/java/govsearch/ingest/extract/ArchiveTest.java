package govsearch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A county's reports in one archive, as Chinese Windows packs it. */
class ArchiveTest {

  @TempDir private Path folder;

  @Test
  void namesInGbkAndFoldersAreReadAndFilesRemovedOnClose()
      throws IOException, RejectedFileException {
    Path archive = folder.resolve("a.zip");
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(archive), Charset.forName("GBK"))) {
      for (String name : List.of("临溪县/", "临溪县/柳湾镇.txt", "__MACOSX/x.txt", "临溪县/.DS_Store")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8), 0, name.endsWith("/") ? 0 : name.length());
      }
    }
    assertThat(Extractor.type(archive)).isEqualTo(FileType.ZIP);
    Path member;
    try (Extractor extractor = new Extractor(Extractor.Settings.usual())) {
      try (UnpackedArchive unpacked = extractor.unpack(archive)) {
        assertThat(unpacked.refused()).isEmpty();
        assertThat(unpacked.members())
            .extracting(UnpackedArchive.Member::name)
            .containsExactly("临溪县/柳湾镇.txt");
        member = unpacked.members().getFirst().file();
        assertThat(member).exists();
      }
      assertThat(member).doesNotExist();
    }
  }
}
