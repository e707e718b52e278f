package app.forecourt.photo.store;

import app.forecourt.testing.LoopbackPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Assumptions;

/** nginx with WebDAV at {@code /dav} behind a password, and the same folder for the public at {@code /photos}. */
final class NginxServer implements AutoCloseable {
    static final String USER = "dealer";
    static final String PASSWORD = "correct horse";
    private static final Path MODULE = Path.of("/usr/lib/nginx/modules/ngx_http_dav_ext_module.so");
    final int port = LoopbackPorts.reserve();
    private final ServerProcess process;

    NginxServer(Path work, Path web, HeldCertificate certificate) throws IOException {
        String nginx = ServerProcess.installed("nginx", "nginx");
        Assumptions.assumeTrue(Files.exists(MODULE), "no WebDAV in nginx: apt-get install libnginx-mod-http-dav-ext");
        Files.createDirectories(work);
        Path pem = Files.writeString(work.resolve("cert.pem"), certificate.certificatePem());
        Path key = Files.writeString(work.resolve("key.pem"), certificate.privateKeyPkcs8Pem());
        Path users = Files.writeString(work.resolve("users"), USER + ":{PLAIN}" + PASSWORD + "\n");
        Path config = Files.writeString(work.resolve("nginx.conf"), """
                load_module MODULE;
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
                    location /dav/ {
                      alias WEB/; client_max_body_size 1m; client_body_temp_path WEB/.upload;
                      dav_methods PUT DELETE MKCOL COPY MOVE; dav_ext_methods PROPFIND OPTIONS;
                      auth_basic store; auth_basic_user_file USERS;
                    }
                    location /photos/ { alias WEB/; }
                    location /page/ { default_type text/html; return 200 "<html>Hello</html>"; }
                    location /login/ { return 302 /page/; }
                    location /plain/ { return 302 http://127.0.0.1/; }
                    location /private/ { return 403; }
                    location /octets/ { alias WEB/; types {} }
                  }
                }
                """.replace("MODULE", MODULE.toString())
                .replace("WORK", work.toString())
                .replace("PORT", Integer.toString(port))
                .replace("PEM", pem.toString())
                .replace("KEY", key.toString())
                .replace("WEB", web.toString())
                .replace("USERS", users.toString()));
        process = ServerProcess.start(
                work.resolve("nginx.log"), port, nginx, "-p", work.toString(), "-c", config.toString());
    }

    String address() {
        return "https://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.close();
    }
}
