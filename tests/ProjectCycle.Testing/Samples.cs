using ProjectCycle.Data.People;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Testing;

/// <summary>Sound rows to start a test from; a test states only what it is about.</summary>
public static class Samples
{
    private static int _number;

    public static Unit Unit(string? code = null, IndonesianZone zone = IndonesianZone.Wib) => new()
    {
        Code = code ?? $"PMU-{Next()}",
        Name = "PMU Kota Jambi",
        RegionCode = "15.71",
        Zone = zone,
    };

    /// <summary>A person with <paramref name="roles"/>, who works in <paramref name="units"/>.</summary>
    public static User User(string? mail = null, IEnumerable<Role>? roles = null, params Unit[] units)
    {
        mail ??= $"user{Next()}@demo.local";
        var user = new User
        {
            DisplayName = mail.Split('@')[0],
            Email = mail,
            NormalizedEmail = mail.ToUpperInvariant(),
            UserName = mail,
            NormalizedUserName = mail.ToUpperInvariant(),
        };
        user.Roles.AddRange((roles ?? []).Select(role => new UserRole { UserId = user.Id, Role = role }));
        user.Units.AddRange(units.Select(unit => new UnitMembership { UserId = user.Id, UnitId = unit.Id }));
        return user;
    }

    public static Partner Partner(string? name = null, PartnerKind kind = PartnerKind.Donor) =>
        new() { Kind = kind, Name = name ?? $"Partner {Next()}", CountryCode = "DE" };

    public static Agreement Agreement(Partner partner) =>
        new() { PartnerId = partner.Id, Number = $"AGR-{Next()}", Title = "Loan agreement", SignedOn = new DateOnly(2026, 1, 15) };

    /// <summary>Two stages, a hold and an end: enough to pin a project to.</summary>
    public static CycleTemplate Template() => new()
    {
        Id = "sample",
        Version = 1,
        Name = new LocalText("Sample", "Contoh"),
        Description = LocalText.Empty,
        Start = "identification",
        States =
        [
            new CycleState { Code = "identification", Kind = StateKind.Stage, Name = new LocalText("Identification", "Identifikasi") },
            new CycleState { Code = "preparation", Kind = StateKind.Stage, Name = new LocalText("Preparation", "Persiapan") },
            new CycleState { Code = "closed", Kind = StateKind.Closed, Name = new LocalText("Closed", "Selesai") },
        ],
        Moves =
        [
            new CycleMove { Kind = MoveKind.Advance, From = "identification", To = ["preparation"] },
            new CycleMove { Kind = MoveKind.Close, From = "preparation", To = ["closed"] },
        ],
        DocumentKinds = [],
        Checklist = [],
        Authorities = [],
    };

    public static ProjectDetails Details(Unit unit, string? code = null) => new()
    {
        Code = code ?? $"JMB-{Next()}",
        NameEn = "Waste management",
        NameId = "Pengelolaan sampah",
        UnitId = unit.Id,
        RegionCode = "15.71",
        Summary = "A sanitary landfill for the city.",
    };

    public static Project Project(ProjectDetails details) =>
        Domain.Projects.Project.Register(details, Template(), "identification", new DateOnly(2026, 3, 4), FakeClock.Start);

    public static Project Project(Unit unit, string? code = null) => Project(Details(unit, code));

    public static Deadline Deadline(Project project, DateOnly dueOn) => new()
    {
        ProjectId = project.Id,
        StageCode = project.State,
        Title = new LocalText("Progress report", "Laporan kemajuan"),
        DueOn = dueOn,
    };

    private static int Next() => Interlocked.Increment(ref _number);
}
