using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Domain.Reports;

namespace ProjectCycle.Reports.Tests.Projects;

/// <summary>Twelve plausible projects, as a province's PMU would have them on 22 November 2026.</summary>
public static class PortfolioSample
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly Dictionary<string, string[]> Stages = new()
    {
        ["en"] = ["Identification", "Preparation", "Appraisal", "Negotiation", "Implementation", "Evaluation", "On hold", "Closed"],
        ["id"] = ["Identifikasi", "Persiapan", "Penilaian", "Negosiasi", "Pelaksanaan", "Evaluasi", "Ditunda", "Selesai"],
    };

    public static PortfolioReport In(string language, bool isFiltered = true)
    {
        var stages = Stages[language];
        var projects = Projects(language, stages);
        return new PortfolioReport(
            new ReportCover
            {
                Language = language,
                Filters = isFiltered ? [("region", "Jambi; Bali; NTB"), ("search", "=air & limbah")] : [],
                MadeAt = new DateTime(2026, 11, 22, 7, 4, 0, DateTimeKind.Utc),
                Zone = IndonesianZone.Wib,
                MadeBy = "Sari Wulandari",
                Templates = [("KfW", 3), ("ADB", 2), (language == "en" ? "Sister city or province" : "Kota atau provinsi kembar", 1)],
            },
            projects.ToAsyncEnumerable(),
            History(stages).ToAsyncEnumerable(),
            Deadlines(language).ToAsyncEnumerable(),
            [.. stages.Select(stage => new StageCount(stage, projects.Count(project => project.Stage == stage)))]);
    }

    private static PortfolioProjectRow[] Projects(string language, string[] stages)
    {
        string Say(string en, string id) => language == "en" ? en : id;
        var sister = Say("Sister city or province", "Kota atau provinsi kembar");
        var waste = Say("14050 Waste management", "14050 Pengelolaan sampah");
        var water = Say("14022 Sanitation, large systems", "14022 Sanitasi, sistem besar");
        var governance = Say("15110 Public sector policy", "15110 Kebijakan sektor publik");
        return
        [
            Project("JMB-2024-01", "TPA Talang Gulo: sanitary landfill Kota Jambi", "Talang Gulo sanitary landfill, Jambi City", "PMU Kota Jambi", "Kota Jambi", waste, "KfW", PartnerKind.Donor, "KfW", 3, stages[4], 412) with
            {
                PlannedStart = new DateOnly(2024, 3, 1),
                SignedOn = new DateOnly(2025, 4, 14),
                EffectiveOn = new DateOnly(2025, 9, 1),
                ClosingOn = new DateOnly(2029, 12, 30),
                Agreement = Money("EUR", 1_340_000_000),
                Counterpart = Money("IDR", 2_150_000_000_000),
                NextDeadlineOn = new DateOnly(2026, 12, 15),
                NextDeadline = Say("Quarterly progress report to KfW", "Laporan kemajuan triwulanan kepada KfW"),
                Owner = "Sari Wulandari",
                Light = Light.OnTrack,
            },
            Project("JMB-2023-04", "IPAL dan jaringan air limbah Jambi Timur", "Wastewater plant and sewerage, Jambi Timur", "PMU Kota Jambi", "Kota Jambi", water, "ADB", PartnerKind.Donor, "ADB", 2, stages[4], 655) with
            {
                SignedOn = new DateOnly(2024, 6, 3),
                EffectiveOn = new DateOnly(2024, 11, 18),
                ClosingOn = new DateOnly(2027, 6, 30),
                Agreement = Money("IDR", 62_500_000_000_000),
                Counterpart = Money("IDR", 9_000_000_000_000),
                NextDeadlineOn = new DateOnly(2026, 11, 10),
                NextDeadline = Say("Audited financial statements, fiscal year 2025", "Laporan keuangan teraudit tahun anggaran 2025"),
                UnmetConditions = [Say("The land of pumping station 3 is not yet free", "Lahan stasiun pompa 3 belum bebas"), Say("The audit report is missing", "Laporan audit belum ada")],
                Owner = "Budi Santoso",
                Light = Light.AtRisk,
            },
            Project("JMB-2026-02", "Penataan kawasan kumuh Legok", "Slum upgrading, Legok", "PMU Kota Jambi", "Kota Jambi", Say("16030 Housing policy", "16030 Kebijakan perumahan"), "UN-Habitat", PartnerKind.Donor, "UN-Habitat", 1, stages[1], 48) with
            {
                PlannedStart = new DateOnly(2027, 4, 1),
                Agreement = Money("USD", 9_895_000),
                UnmetConditions = [Say("The concept note is not approved by Bappeda", "Nota konsep belum disetujui Bappeda"), Say("The budget line for 2027 is missing", "Pos anggaran 2027 belum ada"), Say("No letter of support from the mayor", "Belum ada surat dukungan wali kota")],
                Owner = "Dewi Anggraini",
                Light = Light.ForAttention,
            },
            Project("NTB-2015-01", "Provinsi kembar Nusa Tenggara Barat dan Zhejiang", "Sister province West Nusa Tenggara and Zhejiang", "Biro Pemerintahan NTB", "Nusa Tenggara Barat", governance, "Zhejiang", PartnerKind.ForeignCity, sister, 1, stages[5], 120) with
            {
                SignedOn = new DateOnly(2015, 6, 10),
                CompletedOn = new DateOnly(2026, 6, 10),
                NextDeadlineOn = new DateOnly(2026, 12, 31),
                NextDeadline = Say("Evaluation report", "Laporan evaluasi"),
                Owner = "Lalu Hendra",
                Light = Light.ForAttention,
                StallFlags = [new(StallKind.Dormant, new DateOnly(2026, 5, 1), 205, 6, new DateOnly(2015, 6, 10)), new(StallKind.Slow, new DateOnly(2026, 7, 25), 120, Stays: new(12, 40, 90, 80, IsEnough: true))],
            },
            Project("LPG-2017-03", "Lampung dan Los Ríos: kakao dan kopi", null, "Biro Kerja Sama Lampung", "Lampung", Say("31120 Agricultural development", "31120 Pembangunan pertanian"), "Los Ríos", PartnerKind.ForeignCity, sister, 1, stages[6], 900) with
            {
                UnmetConditions = [Say("No counterpart has been named", "Mitra di pihak sana belum ditunjuk")],
            },
            Project("BDG-1960-01", "Kota kembar Bandung dan Braunschweig", "Twin cities Bandung and Braunschweig", "Bagian Kerja Sama Bandung", "Kota Bandung", governance, "Braunschweig", PartnerKind.ForeignCity, sister, 1, stages[4], 210) with { SignedOn = new DateOnly(2025, 5, 24), Owner = "Asep Nugraha", Light = Light.OnTrack },
            Project("SBY-2024-02", "Surabaya dan Kitakyushu: riset mangrove", "Surabaya and Kitakyushu: mangrove research", "Bagian Kerja Sama Surabaya", "Kota Surabaya", Say("41030 Biodiversity", "41030 Keanekaragaman hayati"), "Kitakyushu", PartnerKind.ForeignCity, sister, 1, stages[3], 75) with
            {
                Agreement = Money("JPY", 45_000_000),
                Counterpart = Money("IDR", 120_000_000_000),
                NextDeadlineOn = new DateOnly(2026, 11, 29),
                NextDeadline = Say("Opinion of the Ministry of Foreign Affairs", "Pertimbangan Kementerian Luar Negeri"),
                UnmetConditions = [Say("DPRD has not approved yet", "DPRD belum menyetujui")],
                Owner = "Rini Kusuma",
                Light = Light.OnTrack,
            },
            Project("BLI-2026-01", "Kain endek: pelatihan perajin bersama rumah mode", "Endek cloth: training of weavers with a fashion house", "Dinas Perindustrian Bali", "Bali", Say("32163 Textiles", "32163 Tekstil"), "Christian Dior Couture", PartnerKind.Company, Say("Generic", "Umum"), 1, stages[0], 12) with { Owner = "Ni Made Ayu", Light = Light.OnTrack },
            Project("JKT-2025-07", "Pengelolaan air Jakarta dan Rotterdam", "Water management Jakarta and Rotterdam", "Biro Kerja Sama Daerah DKI", "DKI Jakarta", water, "Rotterdam", PartnerKind.ForeignCity, sister, 1, stages[2], 33) with { Agreement = Money("EUR", 250_000_000), Owner = "Fajar Pratama", Light = Light.OnTrack },
            Project("BTN-2022-01", "Promosi wisata Bintan", "Tourism promotion, Bintan", "Dinas Pariwisata Bintan", "Kabupaten Bintan", Say("33210 Tourism policy", "33210 Kebijakan pariwisata"), "BRC", PartnerKind.Institution, Say("Generic", "Umum"), 1, stages[7], 400) with
            {
                SignedOn = new DateOnly(2022, 2, 1),
                CompletedOn = new DateOnly(2025, 10, 18),
                Agreement = Money("SGD", 120_000_050),
            },
            Project("SMR-2026-05", "Penguatan kapasitas aparatur Semarang bersama Griffith", "Staff training, Semarang with Griffith", "Bagian Kerja Sama Semarang", "Kota Semarang", governance, "Griffith University", PartnerKind.Institution, Say("Generic", "Umum"), 1, stages[0], 3) with { Owner = "Tri Handayani", Light = Light.OnTrack },
            Project("=DIY-2026-01", "-Yogyakarta dan Kyoto: pelestarian pusaka", "@Yogyakarta and Kyoto: heritage conservation", "Biro Tata Pemerintahan DIY", "DI Yogyakarta", Say("41040 Site preservation", "41040 Pelestarian situs"), "Kyoto", PartnerKind.ForeignCity, sister, 1, stages[1], 91) with
            {
                Counterpart = Money("IDR", 85_000_000_050),
                UnmetConditions = [Say("The letter of intent is not signed", "Surat pernyataan minat belum ditandatangani")],
                Owner = "Wahyu Hidayat",
                Light = Light.ForAttention,
            },
        ];
    }

    private static PortfolioProjectRow Project(
        string code, string nameId, string? nameEn, string unit, string region, string sector, string partner, PartnerKind kind, string template, int version, string stage, int days) => new()
        {
            Code = code,
            Url = $"http://127.0.0.1:5080/projects/{Uri.EscapeDataString(code)}",
            NameId = nameId,
            NameEn = nameEn,
            Unit = unit,
            Region = region,
            Sector = sector,
            LeadPartner = partner,
            PartnerKind = kind,
            Template = template,
            TemplateVersion = version,
            Stage = stage,
            StageSince = Today.AddDays(-days),
            DaysInStage = days,
        };

    private static StageHistoryRow[] History(string[] stages) =>
    [
        new() { ProjectCode = "JMB-2024-01", On = new DateOnly(2024, 1, 15), To = stages[0], By = "Sari Wulandari" },
        new() { ProjectCode = "JMB-2024-01", On = new DateOnly(2024, 5, 2), Move = MoveKind.Advance, From = stages[0], To = stages[1], By = "Sari Wulandari", Reason = "Nota konsep disetujui Bappeda.", DaysInStageLeft = 108 },
        new() { ProjectCode = "JMB-2024-01", On = new DateOnly(2024, 8, 20), Move = MoveKind.Return, From = stages[1], To = stages[0], By = "Hartono", Reason = "Studi kelayakan memakai data timbulan sampah tahun 2016; harus diukur ulang di TPA sebelum dilanjutkan.", ObstacleCode = "O2.1", DaysInStageLeft = 110 },
        new() { ProjectCode = "LPG-2017-03", On = new DateOnly(2024, 6, 5), Move = MoveKind.Hold, From = stages[0], To = stages[6], By = "Yusuf", Reason = "Anggaran dicoret.", ObstacleCode = "O4.2", DaysInStageLeft = 31 },
    ];

    private static PortfolioDeadlineRow[] Deadlines(string language) =>
    [
        new() { ProjectCode = "JMB-2023-04", Title = language == "en" ? "Audited financial statements, fiscal year 2025" : "Laporan keuangan teraudit tahun anggaran 2025", DueOn = new DateOnly(2026, 11, 10), DaysLeft = -12, Standing = DeadlineStanding.Overdue, Responsible = "Budi Santoso" },
        new() { ProjectCode = "JMB-2024-01", Title = language == "en" ? "Quarterly progress report to KfW" : "Laporan kemajuan triwulanan kepada KfW", DueOn = new DateOnly(2026, 12, 15), DaysLeft = 23, Standing = DeadlineStanding.Open, Responsible = "Sari Wulandari" },
    ];

    private static Money Money(string currency, long minorUnits) => new(minorUnits, Currencies.All[currency]);
}
