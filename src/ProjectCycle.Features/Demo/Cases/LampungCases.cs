using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Matchmaking;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Features.Demo.Cases;

/// <summary>Lampung: many contacts, most of which ended before a letter of intent.</summary>
internal static class LampungCases
{
    public static IReadOnlyList<DemoCase> All(DateOnly today) =>
    [
        Contact("LPG-NUS-JEPANG", new("Competitiveness dialogue with NUS and Japan", "Dialog daya saing dengan NUS dan Jepang"), new DateOnly(2015, 1, 1), ["NUS", "Japan"]) with
        {
            Template = "ksdll",
            Facts = new(
                "From 2015 a dialogue on competitiveness with NUS and Japan, led by Balitbangda. It failed for lack of budget (O4.1).",
                "Sejak 2015 dialog daya saing dengan NUS dan Jepang melalui Balitbangda. Gagal karena anggaran terbatas (O4.1)."),
            HasSampleDates = true,
            Story = [Dropped("O4.1", "Anggaran terbatas; dialog tidak berlanjut. / Limited budget; the dialogue did not go on.")],
        },
        Contact("LPG-BOUIRA", new("Sister province Lampung - Bouira", "Provinsi kembar Lampung - Bouira"), today.AddDays(-150), ["Bouira"]) with
        {
            Template = "ksdpl",
            Facts = new(
                "Sister province between governments with Bouira, Algeria. It failed: different legal systems (O7.1), limited budget (O4.1), visits asked for (O4.4).",
                "Provinsi kembar antarpemerintah dengan Bouira, Aljazair. Gagal: sistem hukum berbeda (O7.1), anggaran terbatas (O4.1), kunjungan yang diminta mitra (O4.4)."),
            HasSampleDates = true,
            Story = [Dropped("O7.1", "Sistem hukum berbeda; juga O4.1 dan O4.4. / Different legal systems; also O4.1 and O4.4.")],
        },
        Contact("LPG-SAPI-AUSTRALIA", new("Breeding cattle from Australia", "Sapi bibit dari Australia"), today.AddDays(-140), ["Australia"], "31163") with
        {
            Facts = new(
                "Lampung wanted to import breeding cattle from Australia. Australian rules forbid it (O7.2).",
                "Lampung ingin mengimpor sapi bibit dari Australia. Aturan Australia melarangnya (O7.2)."),
            HasSampleDates = true,
            Story = [Dropped("O7.2", "Aturan Australia melarang ekspor sapi bibit. / Australian rules forbid the export of breeding cattle.")],
        },
        Contact("LPG-LOS-RIOS", new("Plantations with Los Rios", "Perkebunan bersama Los Rios"), new DateOnly(2017, 5, 16), ["Los Rios"], "31120") with
        {
            Template = "ksdpl",
            Facts = new(
                "Know-how in plantations and market access with Los Rios, Ecuador. The ambassador visited on 16 May 2017 and an investors' visit was agreed; then it stalled. One source calls Los Rios a province, another a city.",
                "Pengetahuan perkebunan dan akses pasar dengan Los Rios, Ekuador. Duta besar berkunjung 16 Mei 2017 dan kunjungan investor disepakati; lalu terhenti. Satu sumber menyebut Los Rios provinsi, sumber lain kota."),
            Story = [new Search(-52, [new(new() { Name = "Los Rios", Kind = CandidateKind.RegionalGovernment, CountryCode = "EC", FoundHow = "Kunjungan duta besar. / Visit of the ambassador.", Notes = "Nilai contoh. / Sample scores." }, "Los Rios", "y y 3 3 - - 3 - - 1 - -")]), new Move(-45, MoveKind.Hold, "Penjajakan berhenti sebelum LoI. / Exploration stopped before a letter of intent.", "O3.1")],
        },
        Contact("LPG-SERBIA-HUNGARIA", new("Business meeting with Serbia and Hungary", "Temu bisnis dengan Serbia dan Hungaria"), today.AddDays(-64), ["Serbia", "Hungary"], "33120") with
        {
            Facts = new(
                "Business meeting on exports with Serbia and Hungary, by way of the Directorate for Central and Eastern Europe. A contact so far.",
                "Temu bisnis ekspor dengan Serbia dan Hungaria melalui Direktorat Eropa Tengah dan Timur. Baru kontak."),
            HasSampleDates = true,
        },
        Contact("LPG-AMERIKA-LATIN", new("Farm exports and tourism with Latin America", "Ekspor pertanian dan pariwisata dengan Amerika Latin"), today.AddDays(-90), ["Argentina", "Brazil", "Mexico"]) with
        {
            Facts = new(
                "Farm exports and tourism were explored with Argentina, Brazil and Mexico.",
                "Ekspor hasil pertanian dan pariwisata dijajaki dengan Argentina, Brasil dan Meksiko."),
            HasSampleDates = true,
        },
        Contact("LPG-KROASIA", new("Cocoa and coffee with Croatia", "Kakao dan kopi dengan Kroasia"), new DateOnly(2018, 2, 7), ["Croatia"], "33120") with
        {
            Facts = new(
                "The ambassador of Croatia visited on 7 February 2018; cocoa and coffee have potential.",
                "Duta Besar Kroasia berkunjung pada 7 Februari 2018; kakao dan kopi berpotensi."),
        },
        Contact("LPG-TIMTENG-AFRIKA", new("Ambassadors of the Middle East and North Africa", "Para duta besar Timur Tengah dan Afrika Utara"), new DateOnly(2018, 3, 5), []) with
        {
            Facts = new(
                "Ambassadors of several countries of the Middle East and North Africa came on a familiarisation trip from 5 to 7 March 2018. A contact so far.",
                "Duta besar beberapa negara Timur Tengah dan Afrika Utara mengikuti perjalanan pengenalan pada 5-7 Maret 2018. Baru kontak."),
        },
        Contact("LPG-ENERGI-TIONGKOK", new("Energy and port with Chinese firms", "Energi dan pelabuhan dengan perusahaan Tiongkok"), today.AddDays(-80), ["China"]) with
        {
            Template = "investment",
            Facts = new(
                "Lampung's energy and port were recommended to Chinese firms by way of the Chinese consul in Medan. A contact so far.",
                "Energi dan pelabuhan Lampung direkomendasikan kepada perusahaan Tiongkok melalui Konsul Tiongkok di Medan. Baru kontak."),
            HasSampleDates = true,
            Story =
            [
                new Chart(-40, new()
                {
                    Kind = MapKind.Potential, Sector = "Energi", Subject = "Panas bumi", Priority = 1, EvidenceFigure = "2.900 MW", EvidenceSource = "Kajian kerja sama luar negeri Provinsi Lampung",
                    ResponsibleOffice = "Dinas ESDM (contoh)", Sought = Wants.Investment | Wants.Technology,
                }),
                new Chart(-40, new()
                {
                    Kind = MapKind.Potential, Sector = "Pelabuhan", Subject = "Pelabuhan Panjang, Bandar Lampung", Priority = 1, EvidenceFigure = "Ekspor 3,4 juta ton dan impor 2 juta ton", EvidenceYear = 2021, EvidenceSource = "Kajian paradiplomasi untuk Kota Bandar Lampung",
                    ResponsibleOffice = "Dinas Perhubungan (contoh)", Sought = Wants.Investment | Wants.Market,
                }),
                new Chart(-40, new()
                {
                    Kind = MapKind.Potential, Sector = "Pariwisata", Subject = "63 objek wisata dan 133 hotel di Bandar Lampung", Priority = 3, EvidenceFigure = "Hotel: 112 (2019), 118 (2020), 133 (2022)", EvidenceYear = 2022, EvidenceSource = "Kajian paradiplomasi untuk Kota Bandar Lampung",
                    Sought = Wants.Investment | Wants.Market,
                }),
                new Chart(-40, new()
                {
                    Kind = MapKind.Need, Sector = "Persampahan", Subject = "Pengolahan sampah Bandar Lampung", Priority = 2, EvidenceFigure = "800 ton per hari ke TPA Bakung; 65 persen terlayani, 77 TPS", EvidenceSource = "Kajian paradiplomasi untuk Kota Bandar Lampung",
                    Problem = "Hanya satu dari tiga bank sampah yang berjalan.", Sought = Wants.Technology | Wants.Funds | Wants.Training,
                }),
                new Set(-30, 9, "Kirim profil pelabuhan kepada konsul (contoh)"),
            ],
        },
        Waste(today),
    ];

    /// <summary>The study suggests Seoul, Japan and Europe for waste; it scores nobody.</summary>
    private static DemoCase Waste(DateOnly today) => new()
    {
        Code = "BDL-SAMPAH",
        Unit = DemoUnits.BandarLampung,
        Template = "ksdpl",
        Name = new("Waste management of Bandar Lampung", "Pengelolaan sampah Kota Bandar Lampung"),
        Facts = new(
            "Bandar Lampung brings 800 tons of waste a day to TPA Bakung; 65 per cent of the city is served, there are 77 TPS, and one of three waste banks works. The study suggests partners in Seoul, Japan and Europe. The scores are samples.",
            "Bandar Lampung membawa 800 ton sampah sehari ke TPA Bakung; 65 persen kota terlayani, ada 77 TPS, dan satu dari tiga bank sampah berfungsi. Kajian menyarankan mitra di Seoul, Jepang dan Eropa. Nilai di sini adalah contoh."),
        Source = Sources.Paradiplomacy,
        HasSampleDates = true,
        Sector = "14050",
        Owner = Role.Staff,
        History = Stages.UpTo(StateCodes.Identification, today.AddDays(-75)),
        Story =
        [
            new Search(-40,
            [
                Suggested("Seoul", "KR", "Seoul", "y y 5 3 3 2 4 3 4 3 3 3"),
                Suggested("Jepang (kota belum ditentukan) / Japan (city open)", "JP", "", "y y 4 3 3 2 4 4 - 4 - 2"),
                Suggested("Eropa (kota belum ditentukan) / Europe (city open)", "", "", "- y 4 1 2 2 - - - 4 - -"),
            ]),
        ],
    };

    private static SampleCandidate Suggested(string name, string country, string partner, string marks) => new(
        new() { Name = name, Kind = CandidateKind.RegionalGovernment, CountryCode = country, FoundHow = "Saran kajian paradiplomasi. / Suggested by the study on paradiplomacy.", Notes = "Nilai contoh. / Sample scores." },
        partner,
        marks);

    private static DemoCase Contact(string code, LocalText name, DateOnly since, IReadOnlyList<string> partners, string sector = "") => new()
    {
        Code = code,
        Unit = DemoUnits.Lampung,
        Name = name,
        Facts = LocalText.Empty,
        Source = Sources.Lampung,
        Sector = sector,
        Partners = [.. partners.Select(partner => (partner, PartnerRole.Implementing))],
        History = Stages.UpTo(StateCodes.Identification, since),
    };

    private static Move Dropped(string obstacle, string reason) => new(-48, MoveKind.Drop, reason, obstacle);
}
