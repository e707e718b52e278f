import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleHashesAttribute;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes the hashes of other modules out of a compiled module-info, because those modules are made anew. */
public final class Unhash {
    private Unhash() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        ClassFile format = ClassFile.of();
        Files.write(file, format.transformClass(format.parse(file), (builder, element) -> {
            if (!(element instanceof ModuleHashesAttribute)) {
                builder.with(element);
            }
        }));
    }
}
