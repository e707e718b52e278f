package app.forecourt.ui.stock;

/** SVG paths of {@link BodyOutline}. The lower edge with the arches of the wheels takes the place of {@code %s}. */
final class BodyPaths {
    /** The lower edge, from the rear to the front. */
    static final String USUAL_EDGE = "H42.2A5.2 5.2 0 0 0 31.8 17H16.2A5.2 5.2 0 0 0 5.8 17H1.5Z";
    static final String LARGE_EDGE = "H42.8A5.8 5.8 0 0 0 31.2 16.5H16.8A5.8 5.8 0 0 0 5.2 16.5H1.5Z";
    static final String USUAL_WHEELS = """
            M14.9 17A3.9 3.9 0 1 1 7.1 17A3.9 3.9 0 1 1 14.9 17Z
            M40.9 17A3.9 3.9 0 1 1 33.1 17A3.9 3.9 0 1 1 40.9 17Z""";
    static final String LARGE_WHEELS = """
            M15.5 16.5A4.5 4.5 0 1 1 6.5 16.5A4.5 4.5 0 1 1 15.5 16.5Z
            M41.5 16.5A4.5 4.5 0 1 1 32.5 16.5A4.5 4.5 0 1 1 41.5 16.5Z""";

    static final String HATCHBACK = """
            M1.5 17V13.2Q1.5 11.1 4 10.5L12.5 9L18.4 3.8Q19.4 2.9 21 2.9H34.5Q36.8 2.9 38.6 5L43.4 9.4\
            Q46.5 10.6 46.5 13.6V17%s
            M16 8.5H26V4.9H20Z M28 8.5H38.6L35.8 5.4Q35.3 4.9 34.4 4.9H28Z""";
    static final String SEDAN = """
            M1.5 17V13.2Q1.5 11.1 4 10.5L12.5 9L17.9 4.2Q18.9 3.3 20.6 3.3H29.6Q31.6 3.3 33.2 4.6L38 8.5\
            L44 9.3Q46.5 9.7 46.5 12.4V17%s
            M15.6 8.6H25V5.2H19.5Z M27 8.6H35L31.5 5.8Q30.7 5.2 29.6 5.2H27Z""";
    static final String ESTATE = """
            M1.5 17V13.2Q1.5 11.1 4 10.5L12.5 9L17.9 4.2Q18.9 3.3 20.6 3.3H41Q42.8 3.3 43.5 5L45.7 10\
            Q46.5 11.4 46.5 13V17%s
            M15.6 8.6H24V5.2H19.5Z M26 8.6H33.5V5.2H26Z M35.5 8.6H43L41.7 5.7Q41.4 5.2 40.8 5.2H35.5Z""";
    static final String SUV = """
            M1.5 16.5V10.8Q1.5 8.7 4 8.1L11.6 6.9L16.6 1.8Q17.5 .9 19.2 .9H40Q41.8 .9 42.6 2.6L45.5 7.8\
            Q46.5 9.2 46.5 11V16.5%s
            M14.6 6.6H24V2.9H18.2Z M26 6.6H33.5V2.9H26Z M35.5 6.6H42.6L40.9 3.5Q40.6 2.9 39.9 2.9H35.5Z""";
    static final String COUPE = """
            M1.5 17V13.6Q1.5 11.7 4 11.1L15 9.6Q20.4 4.5 26 4.3Q30.6 4.2 35 6.4L41.6 9.7\
            Q46.5 10.6 46.5 13.8V17%s
            M18.4 9.2H37.4Q31.4 6.2 26.4 6.2Q22.4 6.3 18.4 9.2Z""";
    static final String CONVERTIBLE = """
            M1.5 17V13.6Q1.5 11.7 4 11.1L16 9.6L21.2 4.4L22.7 5.8L19.2 9.6H28.6L29.8 6.8Q30.2 6 31.1 6.2\
            Q32 6.4 31.9 7.4L31.5 9.6H42.6Q46.5 10.2 46.5 13.4V17%s""";
    static final String MPV = """
            M1.5 17V12.4Q1.5 10.4 3.4 9.4L8 7.4L15.8 2.2Q17.3 1.2 19.3 1.2H40Q42.4 1.2 43.4 3.2L45.9 8.4\
            Q46.5 9.6 46.5 11V17%s
            M12.4 7.4H21V3.2H18.8Z M23 7.4H32.5V3.2H23Z M34.5 7.4H43.1L41.4 3.9Q41 3.2 40.2 3.2H34.5Z""";
    static final String VAN = """
            M1.5 17V11.2Q1.5 9.6 3 8.8L6.6 6.9L11.4 1.5Q12.4 .4 14.2 .4H44Q46.5 .4 46.5 3V17%s
            M9.8 6.9H18V2.6H13.7Z""";
    static final String PICKUP = """
            M1.5 16.5V11.2Q1.5 9.2 4 8.7L12 7.5L16.4 2.8Q17.3 1.9 18.8 1.9H26.6Q28.3 1.9 28.7 3.6\
            L29.7 8.2H46.5V16.5%s
            M15 7.2H20.6V3.9H17.9Z M22.6 7.2H27.4L26.7 4.4Q26.6 3.9 26 3.9H22.6Z""";
    static final String OTHER = """
            M12.4 9L15 3.5Q15.8 2 17.4 2H30.6Q32.2 2 33 3.5L35.6 9Q38.5 10 38.5 13V19.6\
            Q38.5 20.8 37.3 20.8H35.2Q34 20.8 34 19.6V18.2H14V19.6Q14 20.8 12.8 20.8H10.7\
            Q9.5 20.8 9.5 19.6V13Q9.5 10 12.4 9Z
            M15.2 8.6H32.8L30.9 4.6Q30.7 4 30 4H18Q17.3 4 17.1 4.6Z
            M15.4 13A1.7 1.7 0 1 0 12 13A1.7 1.7 0 1 0 15.4 13Z M36 13A1.7 1.7 0 1 0 32.6 13\
            A1.7 1.7 0 1 0 36 13Z""";

    private BodyPaths() {}
}
