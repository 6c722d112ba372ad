using ProjectCycle.Domain.Partners;
using ProjectCycle.Features.Partners;

namespace ProjectCycle.Features.Demo;

/// <summary>The partners and agreements that the cases name.</summary>
internal static class DemoPartners
{
    public const string KfwLoan = "KFW-USD100M (contoh)";
    public const string AdbLoan = "ADB-IPAL-JAMBI (contoh)";
    public const string HabitatGrant = "AoC-JAMBI-KUMUH (contoh)";
    public const string ZhejiangMou = "MoU NTB-Zhejiang 2015";
    public const string SerembanMou = "Bukittinggi-Seremban 1986";

    public static IReadOnlyList<PartnerInput> All { get; } =
    [
        Donor("KfW Development Bank", "KfW", "DE", "https://www.kfw-entwicklungsbank.de"),
        Donor("Asian Development Bank", "ADB", "", "https://www.adb.org"),
        Donor("United Nations Human Settlements Programme", "UN-Habitat", "", "https://unhabitat.org"),
        Donor("Australia-Indonesia Partnership", "AIP", "AU"),

        Ministry("Federal Ministry for Economic Cooperation and Development", "BMZ", "DE", "https://www.bmz.de"),
        Ministry("Kementerian Pekerjaan Umum", "PU", "ID"),
        Ministry("Singapore Cooperation Programme", "SCP", "SG", "https://www.scp.gov.sg"),
        Government("Singapore", "SG"),
        Government("China", "CN"),
        Government("Republic of Korea", "KR"),
        Government("Denmark", "DK"),
        Government("Germany", "DE"),
        Government("Japan", "JP"),
        Government("Canada", "CA"),
        Government("Australia", "AU"),
        Government("Serbia", "RS"),
        Government("Hungary", "HU"),
        Government("Argentina", "AR"),
        Government("Brazil", "BR"),
        Government("Mexico", "MX"),
        Government("Croatia", "HR"),

        City("Zhejiang Province", "Zhejiang", "CN"),
        City("Fes-Boulmane", "", "MA"),
        City("Bavaria", "", "DE"),
        City("Kagawa Prefecture", "Kagawa", "JP"),
        City("Seremban", "", "MY"),
        City("Penang", "", "MY"),
        City("Bouira Province", "Bouira", "DZ"),
        City("Los Rios", "", "EC"),
        City("Braunschweig", "", "DE"),
        City("Suwon", "", "KR"),
        City("Seoul", "", "KR"),
        City("Liuzhou", "", "CN"),
        City("Cuenca", "", "EC"),
        City("Namur", "", "BE"),
        City("Fort Worth", "", "US"),
        City("Yingkou", "", "CN"),
        City("Shenzhen", "", "CN"),
        City("Petaling", "", "MY"),
        City("Hamamatsu", "", "JP"),
        City("Kawasaki", "", "JP"),
        City("Brisbane", "", "AU"),
        City("Beihai", "", "CN"),
        City("Nanjing", "", "CN"),
        City("Fuzhou", "", "CN"),
        City("Split", "", "HR"),
        City("Schieland", "", "NL"),
        City("Jung-gu", "", "KR"),
        City("Liverpool", "", "GB"),
        City("Kitakyushu", "", "JP"),
        City("Kyoto Prefecture", "Kyoto", "JP"),
        City("Gangbuk-gu", "Gangbuk", "KR"),
        City("New South Wales", "", "AU"),
        City("Rotterdam", "", "NL"),

        Institution("UCLG ASPAC", "", ""),
        Institution("ICLEI - Local Governments for Sustainability", "ICLEI", ""),
        Institution("National University of Singapore", "NUS", "SG"),
        Institution("Griffith University", "", "AU"),
        Institution("Bintan Resort Development Corporation", "BRDC", "SG", notes: "Now BRC."),
        new() { Kind = PartnerKind.Company, Name = "Christian Dior Couture SA", ShortName = "Dior", CountryCode = "FR" },
    ];

    /// <summary>Agreements by the display name of their partner.</summary>
    public static IReadOnlyList<(string Partner, AgreementInput Agreement)> Agreements { get; } =
    [
        ("KfW", new() { Number = KfwLoan, Title = "KfW loan of USD 100 million to the central government, passed on to regions as grants" }),
        ("ADB", new() { Number = AdbLoan, Title = "Sample: ADB loan for the wastewater plant of Jambi Timur" }),
        ("UN-Habitat", new() { Number = HabitatGrant, Title = "Sample: Agreement of Cooperation on slum upgrading in Jambi" }),
        ("Zhejiang", new() { Number = ZhejiangMou, Title = "MoU on the sister province cooperation of NTB and Zhejiang", SignedOn = new DateOnly(2015, 6, 10) }),
        ("Seremban", new() { Number = SerembanMou, Title = "Sister city agreement of Bukittinggi and Seremban", SignedOn = new DateOnly(1986, 12, 6) }),
    ];

    private static PartnerInput Donor(string name, string shortName, string country, string website = "") =>
        new() { Kind = PartnerKind.Donor, Name = name, ShortName = shortName, CountryCode = country, Website = website };

    private static PartnerInput Ministry(string name, string shortName, string country, string website = "") =>
        new() { Kind = PartnerKind.Ministry, Name = name, ShortName = shortName, CountryCode = country, Website = website };

    /// <summary>Where the source names a country or its ambassador and no body.</summary>
    private static PartnerInput Government(string country, string code) =>
        new() { Kind = PartnerKind.Ministry, Name = $"Government of {country}", ShortName = country, CountryCode = code };

    private static PartnerInput City(string name, string shortName, string country) =>
        new() { Kind = PartnerKind.ForeignCity, Name = name, ShortName = shortName, CountryCode = country };

    private static PartnerInput Institution(string name, string shortName, string country, string notes = "") =>
        new() { Kind = PartnerKind.Institution, Name = name, ShortName = shortName, CountryCode = country, Notes = notes };
}
