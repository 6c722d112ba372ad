using Microsoft.EntityFrameworkCore;
using ProjectCycle.Domain.Background;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Notices;
using ProjectCycle.Domain.Obstacles;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Testing;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Frame;

/// <summary>A list asks the database as often for a hundred rows as for one.</summary>
public sealed class QueryCountTests(FurnishedOffice office) : IClassFixture<FurnishedOffice>
{
    /// <summary>More than this on one page is a loop somewhere.</summary>
    private const int Most = 25;

    private static readonly string[] Lists =
    [
        "/", "/projects", "/projects?flag=Slow", "/deadlines?show=all", "/reminders", "/reminders/certificate?from=2026-01-01&to=2026-12-31", "/reminders/policies", "/reminders/leave", "/obstacles", "/partners", "/templates", "/reports", "/admin/users", "/admin/units", "/admin/calendars?year=2026", "/admin/background",
        "/reviews", "/notices", "/deadlines/calendar?month=2026-04", "/money", "/money?into=EUR&sort=-net", "/money/curve", "/projects/JMB-1/money/projections", "/projects/JMB-1/money/monitoring", "/projects/JMB-1/money/import", "/projects/JMB-1/money/advance", "/money/withdrawals", $"/projects/{FurnishedOffice.Code}/money/withdrawals?show=all",
        "/projects/JMB-1/money/contracts", "/projects/JMB-1/money/invoices", "/money/rates", "/money/rates?amount=5&of=USD&into=IDR",
    ];

    [Fact]
    public async Task Lists_WithManyRows_AskNoOftenerThanWithFew()
    {
        var (browser, user) = await office.PersonAsync(Enum.GetValues<Role>());
        foreach (var list in Lists)
            await browser.GetAsync(list); // what is read once and kept does not count
        var few = await CountAsync(browser);
        await FillAsync(user.Id);

        var many = await CountAsync(browser);

        Assert.Equal(few, many);
        Assert.All(few, list => Assert.InRange(list.Value, 0, Most));
    }

    private async Task<Dictionary<string, int>> CountAsync(Browser browser)
    {
        var counts = new Dictionary<string, int>();
        foreach (var list in Lists)
        {
            office.Program.Queries.Reset();
            await browser.GetAsync(list);
            counts[list] = office.Program.Queries.Count;
        }
        return counts;
    }

    private async Task FillAsync(Guid me)
    {
        var project = await office.Program.ReadAsync(db => db.Projects.AsNoTracking().FirstAsync());
        var contract = await office.Program.ReadAsync(db => db.Contracts.AsNoTracking().FirstAsync());
        var category = await office.Program.ReadAsync(db => db.Categories.AsNoTracking().FirstAsync());
        var other = await office.Program.ReadAsync(db => db.DecisionRequests.Select(r => r.AskedById).FirstAsync());
        var draft = await office.Program.ReadAsync(db => db.WithdrawalLines.AsNoTracking().FirstAsync());
        for (var i = 0; i < 30; i++)
        {
            var (application, line) = FurnishedOffice.Withdrawal(draft.ProjectId, draft.FinancingId, draft.CategoryId, me, i + 2);
            await office.Program.WriteAsync(application, line);
            await office.Program.WriteAsync(new Projection { ProjectId = draft.ProjectId, FinancingId = draft.FinancingId, Revision = i + 1, Points = [new ProjectionPoint { On = new DateOnly(2026, 1, 1), Cumulative = i }] });
            var asked = Project.Register(Samples.Details(office.Unit), World.Templates.Current("generic")!, StateCodes.Identification, new DateOnly(2026, 3, 4), FakeClock.Start);
            await office.Program.WriteAsync(asked, Request(asked, "head-of-region", other), Request(asked, "dprd", me));
            await office.Program.WriteAsync(
                ContractSamples.Contract(category, $"P-{i}"),
                ContractSamples.Variation(contract, $"V-{i}", 100),
                ContractSamples.Guarantee(contract, $"G-{i}", new DateOnly(2026, 9, 1)),
                ContractSamples.Invoice(contract, $"I-{i}", 100),
                new ExchangeRate { FromCode = "USD", ToCode = "IDR", On = new DateOnly(2026, 2, 1).AddDays(-i), Type = RateType.BiMiddle, Rate = 15_725, Source = "bi.go.id" },
                Samples.Partner(),
                Samples.Unit(),
                Samples.User(null, [Role.Staff, Role.Manager], office.Unit),
                Samples.Deadline(project, new DateOnly(2026, 4, 1).AddDays(i)),
                new Obstacle { ProjectId = project.Id, Code = $"O{(i % 9) + 1}.1", Cause = "Cause", Party = ObstacleParty.Region, StageCode = project.State, StartedOn = new DateOnly(2026, 1, 1) },
                new Holiday { Date = new DateOnly(2026, 9, 1).AddDays(i), Name = new LocalText("Own", "Sendiri"), Kind = "own", UnitId = office.Unit.Id },
                new Notice { Kind = NoticeKind.DecisionRequested, ProjectId = asked.Id, Path = "/reviews" }.AddressTo(me, FakeClock.Start),
                new OutboxMessage { Kind = "send-mail", SubjectId = Guid.NewGuid(), Key = $"{Guid.NewGuid()}", CreatedAt = FakeClock.Start, DueAt = FakeClock.Start, State = OutboxState.Parked });
        }
    }

    private static DecisionRequest Request(Project project, string authority, Guid by) =>
        new() { ProjectId = project.Id, AuthorityCode = authority, AskedById = by, AskedAt = FakeClock.Start, AskedOn = new DateOnly(2026, 3, 4) };
}
