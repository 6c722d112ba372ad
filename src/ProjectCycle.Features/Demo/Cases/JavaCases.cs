using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Projects;
using static ProjectCycle.Domain.Cycles.StateCodes;

namespace ProjectCycle.Features.Demo.Cases;

/// <summary>Bandung, Semarang, Surabaya, Yogyakarta, Jember and Jakarta: sister cities that are active.</summary>
internal static class JavaCases
{
    public static IReadOnlyList<DemoCase> All(DateOnly today) =>
    [
        Active("BDG-BRAUNSCHWEIG", DemoUnits.Bandung, new("Bandung - Braunschweig", "Bandung - Braunschweig"), today.AddDays(-690), ["Braunschweig"]) with
        {
            Facts = new(
                "With Braunschweig, Germany: culture, education, tourism, sport, youth, economy; health and industrial equipment, training, books for the library. Implemented.",
                "Dengan Braunschweig, Jerman: budaya, pendidikan, pariwisata, olahraga, kepemudaan, ekonomi; peralatan kesehatan dan industri, pelatihan, buku perpustakaan. Terlaksana."),
            Story = [new Set(-40, 25, "Laporan tahunan kota kembar (contoh)")],
        },
        Active("BDG-SUWON", DemoUnits.Bandung, new("Bandung - Suwon", "Bandung - Suwon"), today.AddDays(-610), ["Suwon"]) with
        {
            Facts = new(
                "With Suwon, South Korea: trade, youth, sport, investment; aid during Covid, together with Seoul. Implemented.",
                "Dengan Suwon, Korea Selatan: perdagangan, kepemudaan, olahraga, investasi; bantuan masa Covid bersama Seoul. Terlaksana."),
        },
        Active("BDG-SEOUL-CIKAPUNDUNG", DemoUnits.Bandung, new("Cikapundung revitalisation with Seoul", "Revitalisasi Cikapundung bersama Seoul"), today.AddDays(-560), ["Seoul"]) with
        {
            Facts = new(
                "Seoul, South Korea, takes part in the revitalisation of the Cikapundung river.",
                "Seoul, Korea Selatan, ikut dalam revitalisasi Sungai Cikapundung."),
        },
        Active("BDG-LIUZHOU", DemoUnits.Bandung, new("Bandung - Liuzhou", "Bandung - Liuzhou"), today.AddDays(-300), ["Liuzhou"]) with
        {
            Facts = new("With Liuzhou, China; the source names it apart from the others.", "Dengan Liuzhou, Tiongkok; sumber menyebutnya tersendiri."),
        },
        Active("BDG-KOTA-KEMBAR", DemoUnits.Bandung, new("Other sister cities of Bandung", "Kota kembar Bandung lainnya"), today.AddDays(-480), ["Cuenca", "Namur", "Fort Worth", "Yingkou", "Shenzhen", "Petaling", "Hamamatsu", "Kawasaki"]) with
        {
            Facts = new(
                "Cuenca, Namur, Fort Worth, Yingkou, Shenzhen, Petaling, Hamamatsu, Kawasaki: mostly about the economy; whether they are active is not always stated.",
                "Cuenca, Namur, Fort Worth, Yingkou, Shenzhen, Petaling, Hamamatsu, Kawasaki: terutama ekonomi; keaktifannya tidak selalu disebut."),
        },
        Active("SMG-BRISBANE", DemoUnits.Semarang, new("Staff capacity with Brisbane and Griffith University", "Kapasitas pegawai bersama Brisbane dan Griffith University"), today.AddDays(-540), ["Brisbane", "Griffith University"]) with
        {
            Facts = new(
                "With Brisbane, Australia, and Griffith University: capacity of staff, education. Active.",
                "Dengan Brisbane, Australia, dan Griffith University: kapasitas pegawai, pendidikan. Aktif."),
            Sector = "43081",
            Story = [new Set(-40, 7, "Daftar peserta pelatihan ke Brisbane (contoh)")],
        },
        Active("SMG-KOTA-KEMBAR", DemoUnits.Semarang, new("Other sister cities of Semarang", "Kota kembar Semarang lainnya"), today.AddDays(-450), ["Beihai", "Nanjing", "Fuzhou", "Split", "Schieland", "Jung-gu"]) with
        {
            Facts = new("Beihai, Nanjing, Fuzhou, Split, Schieland, Jung-gu. Active.", "Beihai, Nanjing, Fuzhou, Split, Schieland, Jung-gu. Aktif."),
        },
        Active("SBY-LIVERPOOL", DemoUnits.Surabaya, new("Port logistics with Liverpool", "Logistik pelabuhan bersama Liverpool"), today.AddDays(-380), ["Liverpool"]) with
        {
            Facts = new(
                "Know-how in port logistics from Liverpool, United Kingdom, for Tanjung Perak. Active.",
                "Pengetahuan logistik pelabuhan dari Liverpool, Inggris, untuk Tanjung Perak. Aktif."),
            Sector = "21040",
            Story = [new Set(-40, 12, "Lokakarya logistik pelabuhan (contoh)")],
        },
        Active("SBY-KITAKYUSHU", DemoUnits.Surabaya, new("Mangroves with Kitakyushu", "Mangrove bersama Kitakyushu"), today.AddDays(-420), ["Kitakyushu"]) with
        {
            Facts = new(
                "Mangrove research and equipment with Kitakyushu, Japan. Active.",
                "Penelitian mangrove dan peralatan bersama Kitakyushu, Jepang. Aktif."),
            Story = [new Set(-40, -7, "Laporan penelitian mangrove (contoh)")],
        },
        Active("DIY-KYOTO", DemoUnits.Yogyakarta, new("Yogyakarta - Kyoto", "Yogyakarta - Kyoto"), today.AddDays(-520), ["Kyoto"]) with
        {
            Facts = new("With Kyoto, Japan. Active.", "Dengan Kyoto, Jepang. Aktif."),
        },
        Active("DIY-GANGBUK", DemoUnits.Yogyakarta, new("Yogyakarta - Gangbuk", "Yogyakarta - Gangbuk"), today.AddDays(-350), ["Gangbuk"]) with
        {
            Facts = new("With Gangbuk, South Korea. Active.", "Dengan Gangbuk, Korea Selatan. Aktif."),
        },
        Active("JMR-JEPANG", DemoUnits.Jember, new("Education with Japan", "Pendidikan bersama Jepang"), today.AddDays(-470), ["Japan"]) with
        {
            Facts = new(
                "Jember hoped for Japan and Canada; education worked.",
                "Jember berharap bekerja sama dengan Jepang dan Kanada; bidang pendidikan berjalan."),
        },
        Active("JMR-KANADA", DemoUnits.Jember, new("Jember - Canada", "Jember - Kanada"), today.AddDays(-66), ["Canada"]) with
        {
            Facts = new("Cooperation with Canada was hoped for.", "Kerja sama dengan Kanada baru diharapkan."),
            History = Stages.UpTo(StateCodes.Identification, today.AddDays(-66)),
        },
        Active("JKT-NSW", DemoUnits.Jakarta, new("Scholarships with New South Wales", "Beasiswa bersama New South Wales"), today.AddDays(-590), ["New South Wales"]) with
        {
            Facts = new(
                "A quota of scholarships at eleven universities of New South Wales, Australia. Active.",
                "Kuota beasiswa di sebelas universitas New South Wales, Australia. Aktif."),
            Source = Sources.Module,
            Sector = "11420",
            Story = [new Set(-40, 35, "Umumkan kuota beasiswa (contoh)")],
        },
        Active("JKT-ROTTERDAM", DemoUnits.Jakarta, new("Water training in Rotterdam", "Pelatihan tata air di Rotterdam"), today.AddDays(-330), ["Rotterdam"]) with
        {
            Facts = new(
                "74 civil servants were trained for three to four months in Rotterdam, Netherlands, on water. Active.",
                "74 ASN dilatih tiga sampai empat bulan di Rotterdam, Belanda, tentang tata air. Aktif."),
            Source = Sources.Module,
            Sector = "43081",
            Story = [new Set(-40, 3, "Laporan alumni pelatihan tata air (contoh)")],
        },
    ];

    private static DemoCase Active(string code, string unit, LocalText name, DateOnly since, IReadOnlyList<string> partners) => new()
    {
        Code = code,
        Unit = unit,
        Template = "ksdpl",
        Name = name,
        Facts = LocalText.Empty,
        Source = Sources.Paradiplomacy,
        HasSampleDates = true,
        Partners = [.. partners.Select(partner => (partner, PartnerRole.Implementing))],
        History = Stages.UpTo(Implementation, since),
    };
}
