using System.Globalization;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Partners;

namespace ProjectCycle.Features.Demo;

/// <summary>Words from which the benchmark's names are put together. They are made up.</summary>
internal static class BenchmarkNames
{
    private static readonly (string En, string Id, string Sector)[] Topics =
    [
        ("Sanitary landfill", "TPA saniter", "14050"), ("Waste sorting", "Pemilahan sampah", "14050"), ("Composting", "Pengomposan", "14050"),
        ("Wastewater plant", "Instalasi air limbah", "14022"), ("Sewerage", "Jaringan perpipaan limbah", "14022"), ("Drinking water", "Air minum", "14020"),
        ("River restoration", "Pemulihan sungai", "41010"), ("Mangrove planting", "Penanaman mangrove", "41010"), ("Flood control", "Pengendalian banjir", "43030"),
        ("Slum upgrading", "Penataan kawasan kumuh", "43030"), ("Urban transport", "Angkutan perkotaan", "21010"), ("Port logistics", "Logistik pelabuhan", "21040"),
        ("Village tourism", "Desa wisata", "33210"), ("Tourism promotion", "Promosi pariwisata", "33210"), ("Cultural exchange", "Pertukaran budaya", "16061"),
        ("Staff training", "Pelatihan pegawai", "43081"), ("Language training", "Pelatihan bahasa", "43081"), ("Scholarships", "Beasiswa", "11420"),
        ("Vocational school", "Sekolah kejuruan", "11330"), ("Organic farming", "Pertanian organik", "31120"), ("Coffee quality", "Mutu kopi", "31120"),
        ("Cattle breeding", "Pembibitan sapi", "31163"), ("Fishing harbour", "Pelabuhan perikanan", "31320"), ("Seaweed processing", "Pengolahan rumput laut", "31320"),
        ("Geothermal survey", "Survei panas bumi", "23260"), ("Solar lighting", "Lampu surya", "23230"), ("Export support", "Dukungan ekspor", "33120"),
        ("Small business", "Usaha kecil", "25030"), ("Open data", "Data terbuka", "15110"), ("Air quality", "Kualitas udara", "41010"),
    ];

    private static readonly (string Name, string Country)[] Places =
    [
        ("Aarhus", "DK"), ("Adelaide", "AU"), ("Antwerp", "BE"), ("Bergen", "NO"), ("Bologna", "IT"), ("Bremen", "DE"), ("Busan", "KR"), ("Cebu", "PH"),
        ("Chiang Mai", "TH"), ("Da Nang", "VN"), ("Daegu", "KR"), ("Fukuoka", "JP"), ("Gothenburg", "SE"), ("Graz", "AT"), ("Hobart", "AU"), ("Incheon", "KR"),
        ("Kobe", "JP"), ("Kuching", "MY"), ("Leeds", "GB"), ("Lyon", "FR"), ("Malmo", "SE"), ("Nagoya", "JP"), ("Porto", "PT"), ("Sapporo", "JP"),
        ("Seville", "ES"), ("Toyama", "JP"), ("Utrecht", "NL"), ("Vancouver", "CA"), ("Wellington", "NZ"), ("Zagreb", "HR"),
    ];

    private static readonly string[] First =
    [
        "Adi", "Agus", "Anita", "Ayu", "Bayu", "Budi", "Citra", "Dewi", "Dian", "Eko", "Fajar", "Fitri", "Gita", "Hendra", "Indah", "Joko", "Kartika", "Lestari", "Made", "Nur",
    ];

    private static readonly string[] Last =
        ["Hidayat", "Kusuma", "Lubis", "Mahendra", "Nasution", "Pratama", "Rahman", "Santoso", "Siregar", "Wijaya"];

    /// <summary>Codes of the obstacle list for holds and drops.</summary>
    public static IReadOnlyList<string> Obstacles { get; } = ["O1.1", "O2.2", "O3.1", "O4.1", "O4.2", "O5.1", "O6.1", "O7.1", "O8.1", "O10.9", "O10.10"];

    /// <summary>Sixty partners: cities, and a university or a company of each.</summary>
    public static IEnumerable<Partner> Partners => Places
        .SelectMany((place, i) => new Partner[]
        {
            new() { Kind = PartnerKind.ForeignCity, Name = $"City of {place.Name}", ShortName = place.Name, CountryCode = place.Country },
            i % 3 == 0
                ? new() { Kind = PartnerKind.Donor, Name = $"{place.Name} Development Fund", CountryCode = place.Country }
                : i % 3 == 1
                    ? new() { Kind = PartnerKind.Institution, Name = $"{place.Name} Technical University", CountryCode = place.Country }
                    : new() { Kind = PartnerKind.Company, Name = $"{place.Name} Water Works", CountryCode = place.Country },
        });

    /// <summary>Two hundred different names.</summary>
    public static string Person(int number) => $"{First[number % First.Length]} {Last[number / First.Length % Last.Length]}";

    /// <summary>Different for each number.</summary>
    public static string ProjectEn(int number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{Topics[Topic(number)].En}, {Place(unit)}, phase {Phase(number)}");

    /// <inheritdoc cref="ProjectEn"/>
    public static string ProjectId(int number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{Topics[Topic(number)].Id} {Place(unit)}, tahap {Phase(number)}");

    public static string SectorOf(int number) => Topics[Topic(number)].Sector;

    public static LocalText Deadline(int index, DateOnly due)
    {
        var quarter = string.Create(CultureInfo.InvariantCulture, $"{(due.Month + 2) / 3}/{due.Year}");
        return (index % 5) switch
        {
            0 => new($"Progress report {quarter}", $"Laporan kemajuan {quarter}"),
            1 => new($"Financial report {quarter}", $"Laporan keuangan {quarter}"),
            2 => new($"Coordination meeting {quarter}", $"Rapat koordinasi {quarter}"),
            3 => new($"Reply to the partner {quarter}", $"Jawaban kepada mitra {quarter}"),
            _ => new($"Budget proposal {quarter}", $"Usulan anggaran {quarter}"),
        };
    }

    /// <summary>The time zone of a region, by its province.</summary>
    public static IndonesianZone ZoneOf(string regionCode) => regionCode[..2] switch
    {
        "51" or "52" or "53" or "63" or "64" or "65" or "71" or "72" or "73" or "74" or "75" or "76" => IndonesianZone.Wita,
        "81" or "82" or "91" or "92" or "93" or "94" or "95" or "96" => IndonesianZone.Wit,
        _ => IndonesianZone.Wib,
    };

    /// <summary>Units take turns, so the topic changes when each has had its turn.</summary>
    private static int Topic(int number) => number / 40 % Topics.Length;

    private static int Phase(int number) => (number / 40 / Topics.Length) + 1;

    private static string Place(string unit) => unit.Replace("PMU ", "", StringComparison.Ordinal);
}
