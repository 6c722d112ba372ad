using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Projects;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Projects;

public sealed class RegisterProjectTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Register_WhenNew_StartsAtTheTemplatesStartWithItsDeadlines(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);

        var code = await world.RegisterAsync("JMB-01", "kfw");

        var view = (await world.ViewAsync(code))!;
        var template = World.Templates.Current("kfw")!;
        Assert.Equal((template.Start, template.Id, template.Version), (view.Project.State, view.Project.TemplateId, view.Project.TemplateVersion));
        Assert.Equal(template.State(template.Start).Deadlines.Count, await world.ReadAsync(db => db.Deadlines.CountAsync()));
        Assert.Null((await world.ReadAsync(db => db.StageMoves.SingleAsync())).Kind);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Register_WhenAlreadyRunning_StandsAtItsRealStageWithBackdatedHistory(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);

        var code = await world.RegisterAsync("JMB-01", history:
        [
            new(StateCodes.Identification, new DateOnly(2020, 1, 6)),
            new(StateCodes.Preparation, new DateOnly(2021, 3, 1)),
            new(StateCodes.Appraisal, new DateOnly(2022, 8, 17)),
        ]);

        var view = (await world.ViewAsync(code))!;
        Assert.Equal((StateCodes.Appraisal, new DateOnly(2022, 8, 17)), (view.Project.State, view.Project.StateSince));
        Assert.Equal([new DateOnly(2021, 3, 1), new DateOnly(2022, 8, 17)], view.Pipeline.Where(c => c.DoneOn is not null).Select(c => c.DoneOn!.Value));
        var moves = await world.ReadAsync(db => db.StageMoves.OrderBy(m => m.On).ToListAsync());
        Assert.Equal([null, MoveKind.Advance, MoveKind.Advance], moves.Select(m => m.Kind));
        Assert.All(moves, m => Assert.True(m.IsBackdated));
    }

    [Theory]
    [OnSqlite("history-gap", "identification:2020-01-06", "appraisal:2021-01-06")]
    [OnSqlite("history-gap", "preparation:2020-01-06")]
    [OnSqlite("history-order", "identification:2020-01-06", "preparation:2019-01-06")]
    [OnSqlite("date-in-future", "identification:2099-01-06")]
    [OnSqlite("date-out-of-range", "identification:0001-01-01")]
    public async Task Register_WhenHistoryIsWrong_SaysWhyAndAddsNothing(DatabaseProvider provider, string refusal, string first, string? second = null)
    {
        await using var world = await World.CreateAsync(provider);
        var history = new[] { first, second }.OfType<string>().Select(e => e.Split(':'))
            .Select(e => new StageEntry(e[0], DateOnly.ParseExact(e[1], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))).ToList();

        var outcome = await world.AsAsync<RegisterProject, Outcome<string>>(Role.Staff, r => r.HandleAsync(Samples.Details(world.Unit, "JMB-01"), "generic", history, default));

        Assert.Contains(outcome.Refusals, r => r.Code == refusal);
        Assert.Equal(0, await world.ReadAsync(db => db.Projects.CountAsync()));
    }

    public static TheoryData<string, string, Func<World, ProjectDetails, ProjectDetails>> BadInputs => new()
    {
        { "too-long", "NameId", (_, d) => d with { NameId = new string('x', 5000) } },
        { "required", "NameId", (_, d) => d with { NameId = " " } },
        { "bad-code", "Code", (_, d) => d with { Code = "a b/c" } },
        { "date-out-of-range", "SignedOn", (_, d) => d with { Dates = d.Dates with { SignedOn = new DateOnly(1, 1, 1) } } },
        { "closing-before-effective", "ClosingOn", (_, d) => d with { Dates = new KeyDates(null, null, new DateOnly(2024, 1, 2), new DateOnly(2023, 1, 2), null) } },
        { "unknown-region", "RegionCode", (_, d) => d with { RegionCode = "99.99" } },
        { "unknown-sector", "SectorCode", (_, d) => d with { SectorCode = "00000" } },
        { "unknown-partner", "Partners", (_, d) => d with { Partners = [(Guid.NewGuid(), PartnerRole.Funding)] } },
        { "unknown-agreement", "AgreementId", (_, d) => d with { AgreementId = Guid.NewGuid() } },
        { "owner-not-in-unit", "OwnerId", (w, d) => d with { OwnerId = w.Person(Role.Auditor).Id } },
        { "unknown-unit", "UnitId", (w, d) => d with { UnitId = w.OtherUnit.Id } },
    };

    [Theory]
    [MemberData(nameof(BadInputs))]
    public async Task Register_WhenInputIsBad_NamesTheFieldAndAddsNothing(string refusal, string field, Func<World, ProjectDetails, ProjectDetails> spoil)
    {
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);

        var outcome = await world.AsAsync<RegisterProject, Outcome<string>>(
            Role.Staff, r => r.HandleAsync(spoil(world, Samples.Details(world.Unit, "JMB-01")), "generic", [], default));

        Assert.Contains(outcome.Refusals, r => r.Code == refusal && r.Field == field);
        Assert.Equal(0, await world.ReadAsync(db => db.Projects.CountAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Register_WhenCodeIsTaken_IsRefused(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.RegisterAsync("JMB-01");

        var again = await world.AsAsync<RegisterProject, Outcome<string>>(Role.Staff, r => r.HandleAsync(Samples.Details(world.Unit, "JMB-01"), "generic", [], default));

        Assert.Equal("code-taken", Assert.Single(again.Refusals).Code);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Edit_WhenSomebodySavedFirst_TellsWhoAndKeepsTheirs(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var code = await world.RegisterAsync("JMB-01");
        var opened = (await world.ViewAsync(code))!.Project;
        await world.EditAsync(code, Role.Manager, change => change.Details = change.Details with { Summary = "Dari manajer" });

        var late = await world.AsAsync<EditProject, Outcome<Done>>(
            Role.Staff, e => e.HandleAsync(code, ProjectDetailsChange.Of(opened) with { Summary = "Dari staf" }, opened.Version, default));

        Assert.Equal(("changed-meanwhile", "manager"), (late.Refusals[0].Code, (string)late.Refusals[0].Args[0]));
        Assert.Equal("Dari manajer", (await world.ViewAsync(code))!.Project.Summary);
    }
}
