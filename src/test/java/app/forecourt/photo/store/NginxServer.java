package app.forecourt.photo.store;

import app.forecourt.model.photos.FtpWebSpace;
import app.forecourt.testing.LoopbackPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.tls.HeldCertificate;

/** nginx as a web site over a folder at {@code /photos}, and with what else may answer there. */
final class NginxServer implements AutoCloseable {
    final int port = LoopbackPorts.reserve();
    private final ServerProcess process;

    NginxServer(Path work, Path web, HeldCertificate certificate) throws IOException {
        String nginx = ServerProcess.installed("nginx", "nginx");
        Files.createDirectories(work);
        Path pem = Files.writeString(work.resolve("cert.pem"), certificate.certificatePem());
        Path key = Files.writeString(work.resolve("key.pem"), certificate.privateKeyPkcs8Pem());
        Path config = Files.writeString(work.resolve("nginx.conf"), """
                daemon off; master_process off; pid WORK/nginx.pid; error_log WORK/error.log;
                events {}
                http {
                  access_log off;
                  types { image/jpeg jpg; text/html html; }
                  default_type application/octet-stream;
                  client_body_temp_path WORK/body; proxy_temp_path WORK/proxy; fastcgi_temp_path WORK/fastcgi;
                  uwsgi_temp_path WORK/uwsgi; scgi_temp_path WORK/scgi;
                  server {
                    listen 127.0.0.1:PORT ssl;
                    ssl_certificate PEM; ssl_certificate_key KEY;
                    location /photos/ { alias WEB/; }
                    location /page/ { default_type text/html; return 200 "<html>Hello</html>"; }
                    location /login/ { return 302 /page/; }
                    location /plain/ { return 302 http://127.0.0.1/; }
                    location /private/ { return 403; }
                    location /octets/ { alias WEB/; types {} }
                  }
                }
                """.replace("WORK", work.toString())
                .replace("PORT", Integer.toString(port))
                .replace("PEM", pem.toString())
                .replace("KEY", key.toString())
                .replace("WEB", web.toString()));
        process = ServerProcess.start(
                work.resolve("nginx.log"), port, nginx, "-p", work.toString(), "-c", config.toString());
    }

    String address() {
        return "https://" + FtpWebSpace.HOST + ":" + port;
    }

    @Override
    public void close() {
        process.close();
    }
}
