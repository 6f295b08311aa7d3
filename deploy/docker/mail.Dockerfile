# A catcher for mail: takes every message by SMTP, delivers none, keeps each as a file in /mail.
ARG JRE_IMAGE=eclipse-temurin:25-jre
FROM ${JRE_IMAGE}
WORKDIR /app
COPY deploy/local/target/local.jar \
     deploy/local/target/lib/greenmail-*.jar \
     deploy/local/target/lib/jakarta.*.jar \
     deploy/local/target/lib/angus-*.jar \
     deploy/local/target/lib/slf4j-*.jar ./
RUN mkdir /mail && chown 1001:1001 /mail
USER 1001:1001
ENTRYPOINT ["java", "-Xmx64m", "-cp", "/app/*", "fr.syaga.facturation.local.MailCatcher", "0.0.0.0", "3025", "/mail"]
