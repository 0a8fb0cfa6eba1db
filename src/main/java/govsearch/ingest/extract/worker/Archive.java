package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.Extractor;
import govsearch.ingest.extract.FileType;
import govsearch.ingest.extract.LeftBehind;
import govsearch.ingest.extract.RejectedFileException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks a zip and the zips in it, with names as they were meant: archives packed on Chinese
 * Windows have them in GBK. Sizes are counted as they unpack, not as the archive claims.
 */
final class Archive {

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");
  private static final int MOST_MEMBERS = 20_000;
  private static final int MOST_ARCHIVES = 500;
  private static final int DEEPEST = 3;
  private static final int LONGEST_NAME = 500;
  private static final int MOST_BYTES = 64 << 20;
  private static final long MOST_BYTES_IN_ALL = 2L << 30;

  /** Text hardly packs to a fiftieth; a bomb to less than a thousandth. */
  private static final int MOST_RATIO = 200;

  private static final long BOMB_FROM = 8L << 20;

  private final Members members;
  private int count;
  private int archives;
  private long bytesInAll;

  /** Takes what is unpacked. */
  interface Members {
    /** A file. */
    void member(String name, byte[] bytes) throws IOException;

    /** One that cannot be had. */
    void refused(String name, String reason) throws IOException;
  }

  Archive(Members members) {
    this.members = members;
  }

  void unpack(File file) throws IOException, RejectedFileException {
    try (ZipFile zip = ZipFile.builder().setFile(file).get()) {
      unpack(zip, file.length(), "", 1);
    } catch (TooMuchException e) {
      throw new RejectedFileException(String.valueOf(e.getMessage()));
    }
    if (count == 0) {
      throw new RejectedFileException("压缩包里没有文件");
    }
  }

  private void unpack(ZipFile zip, long length, String folder, int depth)
      throws IOException, RejectedFileException {
    List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
    long packed = entries.stream().mapToLong(entry -> Math.max(0, entry.getCompressedSize())).sum();
    if (packed > length) {
      throw new RejectedFileException("压缩包里的文件互相重叠，可能是压缩炸弹");
    }
    count += entries.size();
    if (count > MOST_MEMBERS) {
      throw new TooMuchException("压缩包里的文件超过 " + MOST_MEMBERS + " 个，其余没有读");
    }
    for (ZipArchiveEntry entry : entries) {
      String name = name(entry);
      if (entry.isDirectory() || isHidden(name)) {
        continue;
      }
      String path = folder + name;
      String reason = whyNot(zip, entry, name);
      if (reason != null) {
        members.refused(folder + safe(name), reason);
        continue;
      }
      byte[] bytes = bytes(zip, entry, path);
      if (bytes == null) {
        continue;
      }
      if (isArchive(name, bytes)) {
        unpackInner(bytes, path, depth);
      } else {
        members.member(path, bytes);
      }
    }
  }

  /** By what it is: an archive under another name is to meet the same limits. */
  private static boolean isArchive(String name, byte[] bytes) {
    try {
      return Extractor.type(name, bytes) == FileType.ZIP;
    } catch (RejectedFileException e) {
      return name.toLowerCase(Locale.ROOT).endsWith(".zip");
    }
  }

  private void unpackInner(byte[] bytes, String path, int depth)
      throws IOException, RejectedFileException {
    archives++;
    if (archives > MOST_ARCHIVES) {
      throw new TooMuchException("压缩包里的压缩包超过 " + MOST_ARCHIVES + " 个，其余没有读");
    }
    if (depth >= DEEPEST) {
      members.refused(path, "压缩包嵌套超过 " + DEEPEST + " 层，没有再拆");
      return;
    }
    try (ZipFile inner =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
      unpack(inner, bytes.length, path + "/", depth + 1);
    } catch (TooMuchException e) {
      throw e;
    } catch (IOException e) {
      members.refused(path, "压缩包已损坏（" + Output.cause(e) + "）");
    } catch (RejectedFileException e) {
      members.refused(path, e.reason());
    }
  }

  /** More than an archive and all in it may have: ends the whole, not the innermost only. */
  private static final class TooMuchException extends IOException {
    private static final long serialVersionUID = 1L;

    TooMuchException(String reason) {
      super(reason);
    }
  }

  private static @Nullable String whyNot(ZipFile zip, ZipArchiveEntry entry, String name) {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return "压缩包有密码，请解压后再试";
    }
    if (entry.isUnixSymlink()) {
      return "是链接，没有跟进去";
    }
    if (!zip.canReadEntryData(entry)) {
      return "压缩方法不支持，请重新压缩为普通 zip";
    }
    boolean outside = name.startsWith("/") || DRIVE.matcher(name).lookingAt();
    for (String step : name.split("/", -1)) {
      outside |= step.equals("..") || step.isEmpty();
    }
    return outside || name.length() > LONGEST_NAME ? "文件名越出压缩包，已拒绝" : null;
  }

  /** The bytes of a member, or null once it has been refused. */
  private byte @Nullable [] bytes(ZipFile zip, ZipArchiveEntry entry, String path)
      throws IOException, RejectedFileException {
    long most = Math.max(BOMB_FROM, entry.getCompressedSize() * MOST_RATIO);
    int limit = (int) Math.min(MOST_BYTES, most);
    byte[] bytes;
    try (InputStream in = zip.getInputStream(entry)) {
      bytes = in.readNBytes(limit + 1);
    } catch (IOException e) {
      members.refused(path, "压缩包已损坏（" + Output.cause(e) + "）");
      return null;
    }
    bytesInAll += bytes.length;
    if (bytesInAll > MOST_BYTES_IN_ALL) {
      throw new TooMuchException("解压后超过 " + (MOST_BYTES_IN_ALL >> 30) + " GB，其余没有读");
    }
    if (bytes.length > limit) {
      boolean bomb = limit < MOST_BYTES;
      members.refused(path, bomb ? "解压后是原来的 " + MOST_RATIO + " 倍以上，可能是压缩炸弹" : "解压后超过上限 64 MB，不像报告");
      return null;
    }
    return bytes;
  }

  /** What file managers leave behind. */
  private static boolean isHidden(String name) {
    for (String step : name.split("/")) {
      if (step.equals("__MACOSX")
          || LeftBehind.is(step)
          || (step.startsWith(".") && !step.equals("..") && !step.equals("."))) {
        return true;
      }
    }
    return false;
  }

  private static String name(ZipArchiveEntry entry) {
    boolean sure = entry.getNameSource() != ZipArchiveEntry.NameSource.NAME;
    String name = sure ? entry.getName() : decoded(entry.getRawName());
    return name.replace('\\', '/')
        .chars()
        .map(c -> Character.isISOControl(c) ? '�' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String decoded(byte[] raw) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      return new String(raw, Charset.forName("GB18030"));
    }
  }

  /** For a message. */
  private static String safe(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
  }
}
