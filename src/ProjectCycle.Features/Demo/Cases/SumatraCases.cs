using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Matchmaking;
using ProjectCycle.Domain.Projects;
using static ProjectCycle.Domain.Cycles.StateCodes;

namespace ProjectCycle.Features.Demo.Cases;

/// <summary>West Sumatra, Bukittinggi, Medan and Bintan.</summary>
internal static class SumatraCases
{
    public static IReadOnlyList<DemoCase> All(DateOnly today) =>
    [
        new()
        {
            Code = "SBR-FES-BOULMANE",
            Unit = DemoUnits.WestSumatra,
            Template = "ksdpl",
            Name = new("Sister province West Sumatra - Fes-Boulmane", "Provinsi kembar Sumatera Barat - Fes-Boulmane"),
            Facts = new(
                "With Fes-Boulmane, Morocco, since 2014: trade, tourism, culture, education, agriculture, fisheries, renewable energy. The source states expected benefits only.",
                "Dengan Fes-Boulmane, Maroko, sejak 2014: perdagangan, pariwisata, budaya, pendidikan, pertanian, perikanan, energi terbarukan. Sumber hanya menyebut manfaat yang diharapkan."),
            Source = Sources.Jambi,
            HasSampleDates = true,
            Partners = [("Fes-Boulmane", PartnerRole.Implementing)],
            History = Stages.UpTo(Implementation, new DateOnly(2014, 12, 31)),
            Story = [new Set(-40, 44, "Laporan tahunan provinsi kembar (contoh)")],
        },
        new()
        {
            Code = "SBR-BAVARIA",
            Unit = DemoUnits.WestSumatra,
            Template = "ksdpl",
            Name = new("West Sumatra - Bavaria", "Sumatera Barat - Bavaria"),
            Facts = new(
                "Bavaria is named as a partner; the source states expected benefits only, no stage.",
                "Bavaria disebut sebagai mitra; sumber hanya menyebut manfaat yang diharapkan, tanpa tahap."),
            Source = Sources.Jambi,
            HasSampleDates = true,
            Partners = [("Bavaria", PartnerRole.Implementing)],
            History = Stages.UpTo(StateCodes.Preparation, today.AddDays(-70)),
            Story =
            [
                new Search(-55, [new(new() { Name = "Bavaria", Kind = CandidateKind.RegionalGovernment, CountryCode = "DE", Notes = "Nilai contoh. / Sample scores." }, "Bavaria", "y y 4 3 4 3 4 3 3 2 3 3")], "Bavaria"),
                new Plan(
                    -50,
                    new()
                    {
                        Aim = "Contoh: bertukar pengetahuan dan promosi. / Sample: exchange knowledge and promotion.",
                        Scope = "Contoh: dua bidang sebagai awal. / Sample: two fields to begin with.",
                        PeriodFrom = today.AddDays(120),
                        PeriodUntil = today.AddDays(120 + 1095),
                    },
                    [
                        new() { Name = "Pariwisata (contoh) / Tourism (sample)", Target = "Satu promosi bersama setahun (contoh). / One joint promotion a year (sample).", ResponsibleOffice = "Dinas Pariwisata (contoh)" },
                        new() { Name = "Pendidikan (contoh) / Education (sample)", Target = "Pertukaran sepuluh guru (contoh). / Exchange of ten teachers (sample)." },
                    ]),
            ],
        },
        new()
        {
            Code = "SBR-KAGAWA",
            Unit = DemoUnits.WestSumatra,
            Template = "ksdpl",
            Name = new("West Sumatra - Kagawa", "Sumatera Barat - Kagawa"),
            Facts = new(
                "With Kagawa, Japan, 2010; the source states expected benefits only.",
                "Dengan Kagawa, Jepang, 2010; sumber hanya menyebut manfaat yang diharapkan."),
            Source = Sources.Jambi,
            HasSampleDates = true,
            Partners = [("Kagawa", PartnerRole.Implementing)],
            History = Stages.UpTo(Implementation, new DateOnly(2010, 12, 31)),
        },
        new()
        {
            Code = "BKT-SEREMBAN",
            Unit = DemoUnits.Bukittinggi,
            Template = "ksdpl",
            Name = new("Sister city Bukittinggi - Seremban", "Kota kembar Bukittinggi - Seremban"),
            Facts = new(
                "Signed on 6 December 1986 with Seremban, Malaysia, on the ground of shared history and culture; a cross-border link.",
                "Ditandatangani 6 Desember 1986 dengan Seremban, Malaysia, atas dasar sejarah dan budaya bersama; hubungan lintas batas."),
            Source = Sources.Jambi,
            HasSampleDates = true,
            Sector = "16061",
            Partners = [("Seremban", PartnerRole.Implementing)],
            Agreement = DemoPartners.SerembanMou,
            Dates = KeyDates.Unknown with { SignedOn = new DateOnly(1986, 12, 6) },
            History = Stages.UpTo(Implementation, new DateOnly(1986, 12, 6)),
            Story = [new Set(-40, 14, "Peringatan 40 tahun kota kembar (contoh)")],
        },
        new()
        {
            Code = "MDN-PENANG",
            Unit = DemoUnits.Medan,
            Template = "ksdpl",
            Name = new("Twin city Medan - Penang", "Kota kembar Medan - Penang"),
            Facts = new(
                "Friendship without profit and a \"one door\" policy with Penang, Malaysia; active as twin city.",
                "Persahabatan nonprofit dan kebijakan \"satu pintu\" dengan Penang, Malaysia; aktif sebagai kota kembar."),
            Source = Sources.Ntb,
            HasSampleDates = true,
            Partners = [("Penang", PartnerRole.Implementing)],
            History = Stages.UpTo(Implementation, today.AddDays(-500)),
            Story = [new Set(-40, -3, "Laporan tahunan kota kembar (contoh)")],
        },
        new()
        {
            Code = "BTN-BRDC",
            Unit = DemoUnits.Bintan,
            Template = "investment",
            Name = new("Tourism promotion body Bintan - Singapore", "Badan promosi pariwisata Bintan - Singapura"),
            Facts = new(
                "Tourism promotion with Singapore's Bintan Resort Development Corporation (now BRC) in the SIJORI triangle, with local certification. It succeeded.",
                "Promosi pariwisata bersama Bintan Resort Development Corporation (kini BRC) dari Singapura dalam segitiga SIJORI, dengan sertifikasi lokal. Berhasil."),
            Source = Sources.Module,
            HasSampleDates = true,
            Sector = "33210",
            Partners = [("BRDC", PartnerRole.Implementing)],
            History = Stages.UpTo(Evaluation, today.AddDays(-120)),
            RegisteredOn = -50,
            Story = [.. InvestmentGates.Evaluation(-20, "Berhasil menurut sumber; penutupan contoh. / Succeeded according to the source; the closing is a sample.")],
        },
    ];
}
