# What stands in for the world outside: the catcher for mail, which keeps every message as a file in /mail and delivers none, and for
# the demo a fake Clockify.
ARG JRE_IMAGE=eclipse-temurin:25-jre
FROM ${JRE_IMAGE}
WORKDIR /app
COPY deploy/local/target/lib/greenmail-*.jar \
     deploy/local/target/lib/jakarta.*.jar \
     deploy/local/target/lib/angus-*.jar \
     deploy/local/target/lib/slf4j-*.jar \
     deploy/local/target/lib/jackson-*.jar ./
COPY deploy/local/target/lib/fake-clockify-*.jar deploy/local/target/local.jar ./
RUN mkdir /mail && chown 1001:1001 /mail
USER 1001:1001
ENTRYPOINT ["java", "-Xmx64m", "-XX:+UseSerialGC", "-cp", "/app/*"]
