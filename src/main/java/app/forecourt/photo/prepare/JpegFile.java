package app.forecourt.photo.prepare;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The segments of a JPEG (ITU T.81, annex B). The picture ends at its own end marker. Phones put further pictures and
 * films behind it, and bytes of a film look like markers.
 *
 * @param segments those before the first scan
 * @param firstScan where the first scan begins
 * @param end where the picture ends
 * @param hasEnd whether the end marker is there
 */
@SuppressWarnings("ArrayRecordComponent")
record JpegFile(byte[] file, List<Segment> segments, int firstScan, int scans, int end, boolean hasEnd) {
    private static final String EXIF = "Exif\0\0";
    private static final String PROFILE = "ICC_PROFILE\0";
    private static final int PROGRESSIVE = 0xc2;
    private static final int START_OF_IMAGE = 0xd8;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;
    private static final int COMMENT = 0xfe;
    private static final int APP0 = 0xe0;
    private static final int ADOBE = 0xee;
    private static final int APP15 = 0xef;

    /**
     * A segment before the first scan.
     *
     * @param marker the second byte of its marker
     * @param start where its marker is
     * @param content where its content begins
     * @param end where the next segment begins
     */
    record Segment(int marker, int start, int content, int end) {

        boolean isFrame() {
            // C4, C8 and CC are tables, and no frames.
            return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        }

        /** Returns whether the decoder needs the segment. JFIF and Adobe segments say what the colors mean. */
        boolean isNeeded() {
            return marker != COMMENT && (marker <= APP0 || marker > APP15 || marker == ADOBE);
        }
    }

    /** Reads the segments. Any file is accepted; a damaged one may have no segments. */
    static JpegFile parse(byte[] file) {
        var segments = Stream.<Segment>builder();
        int at = 2;
        int scans = 0;
        int firstScan = -1;
        while (true) {
            int marker = nextMarker(file, at);
            if (marker < 0 || (file[marker + 1] & 0xff) == END_OF_IMAGE) {
                int end = marker < 0 ? PictureChunks.endWithoutZeros(file) : marker + 2;
                return new JpegFile(
                        file, segments.build().toList(), firstScan < 0 ? end : firstScan, scans, end, marker >= 0);
            }
            int kind = file[marker + 1] & 0xff;
            if (kind == START_OF_IMAGE || marker + 4 > file.length) {
                at = marker + 2;
                continue;
            }
            int length = ((file[marker + 2] & 0xff) << 8) | (file[marker + 3] & 0xff);
            at = Math.min(file.length, marker + 2 + Math.max(2, length));
            if (kind == START_OF_SCAN) {
                firstScan = scans++ == 0 ? marker : firstScan;
            } else if (scans == 0) {
                segments.add(new Segment(kind, marker, Math.min(marker + 4, at), at));
            }
        }
    }

    /** Returns the place of the next marker that has a length or ends the picture; -1 if there is none. */
    private static int nextMarker(byte[] file, int from) {
        for (int at = from; at + 1 < file.length; at++) {
            // Zero is a byte of data, D0 to D7 are between data, 01 has no meaning, and FF is padding.
            if (file[at] == (byte) 0xff) {
                int kind = file[at + 1] & 0xff;
                if (kind > 1 && kind != 0xff && (kind < 0xd0 || kind > 0xd7)) {
                    return at;
                }
            }
        }
        return -1;
    }

    /** Returns whether decoding takes too long, because the decoder goes through all pixels for each scan. */
    boolean hasTooManyScans() {
        long pixels = frame().mapToLong(frame -> (long) number(frame.content + 1) * number(frame.content + 3))
                .findFirst()
                .orElse(0);
        return scans > PictureLimits.MOST_SCANS
                || (scans > PictureLimits.USUAL_SCANS && scans * pixels > PictureLimits.MOST_SCANNED_PIXELS);
    }

    private int number(int at) {
        return ((file[at] & 0xff) << 8) | (file[at + 1] & 0xff);
    }

    /** Returns whether the end is missing. Zeros at the end of the file are no part of the picture. */
    boolean isCutOff() {
        return !hasEnd;
    }

    boolean isProgressive() {
        return frame().anyMatch(frame -> frame.marker == PROGRESSIVE);
    }

    /** Returns whether Java's decoder knows this kind: 8 bits, baseline, extended or progressive. */
    boolean isCommon() {
        return frame().anyMatch(frame -> frame.marker <= PROGRESSIVE && file[frame.content] == 8);
    }

    /** Returns the number of color components; 0 if the picture has no frame. */
    int components() {
        return frame().mapToInt(frame -> file[frame.content + 5]).findFirst().orElse(0);
    }

    private Stream<Segment> frame() {
        return segments.stream().filter(segment -> segment.isFrame() && segment.end - segment.content >= 6);
    }

    /** Returns the camera's data, with their prefix. */
    byte @Nullable [] exif() {
        return contents(EXIF).findFirst().orElse(null);
    }

    /** Returns the color profile; it may be spread over several segments, each with a number from 1. */
    byte @Nullable [] profile() {
        var profile = new ByteArrayOutputStream();
        contents(PROFILE)
                .filter(part -> part.length > PROFILE.length() + 2)
                .sorted(Comparator.comparingInt(part -> part[PROFILE.length()] & 0xff))
                .forEach(part -> profile.write(part, PROFILE.length() + 2, part.length - PROFILE.length() - 2));
        return profile.size() == 0 ? null : profile.toByteArray();
    }

    private Stream<byte[]> contents(String prefix) {
        return segments.stream()
                .filter(segment -> !segment.isNeeded() && startsWith(segment, prefix))
                .map(segment -> Arrays.copyOfRange(file, segment.content, segment.end));
    }

    private boolean startsWith(Segment segment, String prefix) {
        int length = Math.min(prefix.length(), segment.end - segment.content);
        return new String(file, segment.content, length, StandardCharsets.ISO_8859_1).equals(prefix);
    }

    /** Returns the picture alone: without metadata, color profile, and what is behind its end. */
    ImageInputStream picture() {
        var head = new ByteArrayOutputStream();
        head.write(file, 0, Math.min(2, file.length));
        segments.stream()
                .filter(Segment::isNeeded)
                .forEach(segment -> head.write(file, segment.start, segment.end - segment.start));
        return new InMemoryImageInputStream(head.toByteArray(), file, firstScan, end);
    }
}
