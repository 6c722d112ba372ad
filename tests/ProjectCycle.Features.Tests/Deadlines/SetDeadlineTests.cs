using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.Home;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Deadlines;

public sealed class SetDeadlineTests
{
    private static readonly DateOnly Soon = DateOnly.FromDateTime(FakeClock.Start).AddDays(5);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Mark_WhenDone_LeavesTheOpenListAndComesBackWhenTakenBack(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var id = await AddAsync(world, code, "Rapat koordinasi");
        Assert.Contains(await OpenAsync(world), row => row.Id == id);

        await MarkAsync(world, id, done: true);
        Assert.DoesNotContain(await OpenAsync(world), row => row.Id == id);

        await MarkAsync(world, id, done: false);
        Assert.Contains(await OpenAsync(world), row => row.Id == id);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Change_WhenSomebodyChangedItFirst_IsToldAndKeepsTheirs(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var id = await AddAsync(world, code, "Rapat koordinasi");
        await MarkAsync(world, id, done: true);

        var late = await world.AsAsync<SetDeadline, Outcome<Done>>(
            Role.Staff, s => s.ChangeAsync(id, new DeadlineInput { Title = "Lain", DueOn = Soon.AddDays(1) }, version: 0, default));

        Assert.Equal("changed-meanwhile", Assert.Single(late.Refusals).Code);
        Assert.Equal(Soon, (await world.ReadAsync(db => db.Deadlines.SingleAsync(d => d.Id == id))).DueOn);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Change_WhenSetByTheTemplate_KeepsItsTitle(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.RegisterAsync("JMB-01");
        var set = await world.ReadAsync(db => db.Deadlines.FirstAsync(d => d.RuleCode != null));

        await world.AsAsync<SetDeadline, Outcome<Done>>(
            Role.Staff, s => s.ChangeAsync(set.Id, new DeadlineInput { Title = "Lain", DueOn = Soon }, set.Version, default));

        var changed = await world.ReadAsync(db => db.Deadlines.SingleAsync(d => d.Id == set.Id));
        Assert.Equal((set.Title, Soon), (changed.Title, changed.DueOn));
    }

    [Theory]
    [OnSqlite("", 5, "required")]
    [OnSqlite("Rapat", -400_000, "date-out-of-range")]
    public async Task Add_WhenInputIsBad_SaysWhy(DatabaseProvider provider, string title, int days, string refusal)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");

        var refused = await world.AsAsync<SetDeadline, Outcome<Guid>>(
            Role.Staff, s => s.AddAsync(code, new DeadlineInput { Title = title, DueOn = Soon.AddDays(days) }, default));

        Assert.Equal(refusal, Assert.Single(refused.Refusals).Code);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Page_WhenMineIsAsked_ListsMineByPersonOrByOwnedProject(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var mine = await world.RegisterAsync("JMB-01", change: c => c.Details = c.Details with { OwnerId = world.Person(Role.Staff).Id });
        var other = await world.RegisterAsync("JMB-02");
        var given = await AddAsync(world, other, "Diserahkan kepada staf", world.Person(Role.Staff).Id);

        var rows = await world.AsAsync<DeadlineList, Paged<DeadlineRow>>(Role.Staff, l => l.PageAsync(new DeadlineFilter { Mine = true }, default));

        Assert.All(rows.Rows, row => Assert.True(row.ProjectCode == mine || row.Id == given));
        Assert.Contains(rows.Rows, row => row.Id == given);
        Assert.Contains(rows.Rows, row => row.ProjectCode == mine);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Load_WhenAGateWaits_TellsEachRoleWhatItCanSupply(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.RegisterAsync("JMB-01");
        var gate = World.Templates.Current("generic")!.Moves.First(m => m.Kind == MoveKind.Advance).Gate;

        var reviewer = await world.AsAsync<HomePage, HomeView>(Role.Reviewer, home => home.LoadAsync(default));
        var observer = await world.AsAsync<HomePage, HomeView>(Role.Observer, home => home.LoadAsync(default));

        Assert.Equal(gate.Where(c => c.SuppliedBy.Contains(Role.Reviewer)).Select(c => c.Code), reviewer.Waiting.Select(w => w.Condition.Code));
        Assert.Equal(1, reviewer.ByState[StateCodes.Identification]);
        Assert.Empty(observer.Waiting);
        Assert.Empty(observer.ByState);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AddMissingYears_WhenRunAgain_DoesNotBringBackARemovedDay(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.WriteAsync(db => db.AddMissingYearsAsync(default));
        await world.WriteAsync(async db => db.Remove(await db.Holidays.OrderBy(h => h.Date).FirstAsync()));

        await world.WriteAsync(db => db.AddMissingYearsAsync(default));

        Assert.Equal(ReferenceData.Holidays.Count - 1, await world.ReadAsync(db => db.Holidays.CountAsync()));
    }

    private static async Task<Guid> AddAsync(World world, string code, string title, Guid? responsible = null) =>
        (await world.AsAsync<SetDeadline, Outcome<Guid>>(
            Role.Staff, s => s.AddAsync(code, new DeadlineInput { Title = title, DueOn = Soon, ResponsibleId = responsible }, default))).Value;

    private static async Task MarkAsync(World world, Guid id, bool done)
    {
        var version = (await world.ReadAsync(db => db.Deadlines.SingleAsync(d => d.Id == id))).Version;
        _ = (await world.AsAsync<SetDeadline, Outcome<Done>>(Role.Staff, s => done ? s.MeetAsync(id, new DeadlineMet(), version, default) : s.ReopenAsync(id, version, default))).Value;
    }

    private static async Task<IReadOnlyList<DeadlineRow>> OpenAsync(World world) =>
        (await world.AsAsync<DeadlineList, Paged<DeadlineRow>>(Role.Staff, l => l.PageAsync(new DeadlineFilter(), default))).Rows;
}
