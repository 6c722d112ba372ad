using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Reports.Tests.Appraisal;

/// <summary>An appraisal with something in each part, and one in which everything is blank.</summary>
internal static class AppraisalSample
{
    private static readonly Guid Project = Guid.NewGuid();

    public static AppraisalContent In(string language)
    {
        var cell = new ProjectComponent { ProjectId = Project, Number = 1, Name = "Sel sanitari & lindi", Objective = "Sampah ditimbun aman." };
        var training = new ProjectComponent { ProjectId = Project, Number = 2, Name = "Penguatan pengelola" };
        return Blank(language) with
        {
            Summary = "TPA saniter untuk kota.\n\nParagraf kedua, dengan <tanda> \"kutip\".",
            RpjmdAlignment = "Misi 3.",
            Components =
            [
                new(cell,
                [
                    Activity(cell, "Pembangunan sel", "Sel kedap air", new(2027, 4, 1), new(2028, 9, 30), 720_000_000, 950_000_000_000),
                    Activity(cell, "Instalasi lindi", "", new(2027, 10, 1), new(2028, 12, 31), 290_000_000, null),
                ]),
                new(training, []),
            ],
            Positions =
            [
                new(new UnitPosition { ProjectId = Project, Kind = PositionKind.Head, Title = "Kepala PMU", Duties = "Memimpin", IsFullTime = true, DecreeNumber = "12/2026", StartsOn = new(2026, 10, 1) }, "Budi"),
                new(new UnitPosition { ProjectId = Project, Kind = PositionKind.Finance, Title = "Bendahara" }, null),
            ],
            Risks =
            [
                new(new ProjectRisk { ProjectId = Project, Title = "Lahan dipersoalkan", Kind = RiskKind.EnvironmentalSocial, ObstacleCode = "O10.9", Likelihood = 3, Impact = 5, Response = RiskResponse.Reduce, Measure = "Tetapkan batas", ReviewOn = new(2027, 1, 15) }, "Siti", new LocalText("Land acquisition", "Pembebasan lahan")),
                new(new ProjectRisk { ProjectId = Project, Title = "Hujan", Kind = RiskKind.Natural, Likelihood = 4, Impact = 1, Response = RiskResponse.Accept }, null, null),
                new(new ProjectRisk { ProjectId = Project, Title = "Kurs", Kind = RiskKind.Financial, Likelihood = 5, Impact = 5, Response = RiskResponse.Transfer, IsClosed = true }, null, null),
            ],
            Steps =
            [
                new ProblemStep { ProjectId = Project, Number = 1, Level = "Lapangan", Decider = "Staf", Days = 7, Contact = "Buku catatan\ndi kantor" },
                new ProblemStep { ProjectId = Project, Number = 1, Level = "Warga", Decider = "Kepala PMU", Days = 14, IsForComplaints = true },
            ],
            Drafts = [new(new LegalDraft { ProjectId = Project, Title = "Perjanjian pinjaman", Kind = LegalDraftKind.LoanOrGrantAgreement, DraftState = LegalDraftState.Agreed, DueOn = new(2026, 12, 1), Note = "Menunggu lampiran" }, "Siti", "Naskah v2", Guid.NewGuid())],
            Conditions = [new("Komponen sudah diisi.", true), new("Bappenas sudah menerbitkan Daftar Kegiatan.", false)],
        };
    }

    public static AppraisalContent Blank(string language) => new()
    {
        Language = language,
        ProjectCode = "JMB-TPA",
        ProjectName = "TPA Talang Gulo",
        Partners = ["KfW", "BMZ"],
        Unit = "PMU Kota Jambi",
        Region = "Kota Jambi",
        Template = "KfW",
        Stage = language == "en" ? "Appraisal" : "Penilaian",
        PartnerStage = "Projektprüfung",
        Amounts = [new ProjectAmount { ProjectId = Project, Kind = AmountKind.Agreement, MinorUnits = 1_340_000_000, Currency = "EUR" }],
        MadeAt = new DateTime(2026, 11, 22, 17, 30, 0, DateTimeKind.Utc), // the 23rd in Jambi
        Zone = IndonesianZone.Wib,
        MadeBy = "Kepala PMU",
        Summary = "",
        RpjmdAlignment = "",
        PartnerProgramme = "",
        Components = [],
        Positions = [],
        Risks = [],
        Steps = [],
        Drafts = [],
        NextStage = language == "en" ? "Negotiation" : "Negosiasi",
        Conditions = [],
    };

    private static ProjectActivity Activity(ProjectComponent component, string name, string output, DateOnly from, DateOnly to, long partner, long? counterpart)
    {
        var activity = new ProjectActivity { ProjectId = Project, ComponentId = component.Id, Name = name, Output = output, Responsible = "Dinas PUPR", StartsOn = from, EndsOn = to };
        activity.Costs(new Money(partner, Currencies.All["EUR"]), counterpart is { } added ? new Money(added, Currencies.All["IDR"]) : null);
        return activity;
    }
}
