using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Intent;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Preparation;
using ProjectCycle.Features.Actors;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Demo;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Matchmaking;
using ProjectCycle.Features.Projects;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Features.Tests.Demo;

public sealed partial class DemoDataTests(FilledDemo demo) : IClassFixture<FilledDemo>
{
    private const string TalangGulo = "JMB-TPA-TALANGGULO";
    private const string WasteSorting = "JMB-PILAH-CONTOH";

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Fill_WhenTheDatabaseIsEmpty_MakesOnePersonOfEachRoleWhoCanSignIn(DatabaseProvider provider)
    {
        var people = await demo.ReadAsync(provider, db => db.Users.Include(u => u.Roles).ToListAsync());

        Assert.Equal(Enum.GetValues<Role>().Order(), people.SelectMany(p => p.Roles).Select(r => r.Role).Order());
        var hasher = new PasswordHasher<User>();
        Assert.All(people, person =>
        {
            Assert.EndsWith("@demo.local", person.Email, StringComparison.Ordinal);
            Assert.Equal(PasswordVerificationResult.Success, hasher.VerifyHashedPassword(person, person.PasswordHash!, FilledDemo.Password));
        });
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Fill_WhenThereIsSomethingAlready_IsRefusedAndChangesNothing(DatabaseProvider provider)
    {
        var projects = await demo.ReadAsync(provider, db => db.Projects.CountAsync());
        Assert.True(projects > 30);

        var services = await demo.OnAsync(provider);
        var again = await services.InScopeAsync(s => s.GetRequiredService<DemoData>().FillAsync("Other-2026!", default));

        Assert.Equal("data-not-empty", Assert.Single(again.Refusals).Code);
        Assert.Equal(projects, await demo.ReadAsync(provider, db => db.Projects.CountAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Fill_WhenDone_LeavesEveryProjectWhereItsMovesLead(DatabaseProvider provider)
    {
        var projects = await demo.ReadAsync(provider, db => db.Projects.ToListAsync());
        var moves = (await demo.ReadAsync(provider, db => db.StageMoves.OrderBy(m => m.On).ThenBy(m => m.RecordedAt).ThenBy(m => m.Id).ToListAsync())).ToLookup(m => m.ProjectId);

        Assert.Equal(StateCodes.All.Order(), projects.Select(p => p.State).Distinct().Order());
        Assert.All(projects, project =>
        {
            var template = World.Templates.Get(project.TemplateId, project.TemplateVersion);
            var state = template.Start;
            foreach (var move in moves[project.Id].Skip(1))
            {
                Assert.Equal(state, move.From);
                Assert.NotNull(template.MoveFrom(state, new Trigger(move.Kind!.Value, move.Kind == MoveKind.Return ? move.To : null)));
                state = move.To;
            }
            Assert.Equal(project.State, state);
            Assert.NotEmpty(CycleMachine.For(template, project, GateFacts.None(project.StateSince)).Moves());
        });
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Fill_WhenDone_HasTheRealCasesOnTheirOwnTemplates(DatabaseProvider provider)
    {
        var templates = await demo.ReadAsync(provider, db => db.Projects.ToDictionaryAsync(p => p.Code, p => p.TemplateId));

        Assert.Equal(
            ["kfw", "adb-sovereign", "un-habitat", "technical-cooperation", "ksdpl", "ksdpl", "ksdpl", "investment"],
            new[] { TalangGulo, "JMB-IPAL-TIMUR", "JMB-KUMUH-UNHABITAT", "JMB-SCP-ENGLISH", "NTB-ZHEJIANG", "LPG-BOUIRA", "LPG-LOS-RIOS", "BTN-BRDC" }
                .Select(code => templates[code]));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task WasteSorting_WhenItsGateIsAsked_NamesWhatIsMissingAndWhoCanSupplyIt(DatabaseProvider provider)
    {
        var view = await demo.AsAsync<ProjectPage, ProjectView?>(provider, "manager@demo.local", page => page.FindAsync(WasteSorting, default));
        var moves = await demo.AsAsync<GateCard, IReadOnlyList<MoveView>>(provider, "manager@demo.local", card => card.MovesAsync(view!, default));

        var advance = moves.Single(m => m.Check.Trigger.Kind == MoveKind.Advance);
        Assert.Equal(StateCodes.Appraisal, view!.Project.State);
        Assert.Equal(
            ["has-appraisal-report", "pmu-is-set-up", "counterpart-stated", "in-activity-list", "bmz-commissions"],
            advance.Check.Unmet.Select(c => c.Condition.Code));
        Assert.All(advance.Conditions.Where(c => !c.Check.IsMet), condition => Assert.NotEmpty(condition.People));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task TalangGulo_WhenItsMoneyIsLookedAt_WasSignedAndInImplementationBeforeAnyOfItCame(DatabaseProvider provider)
    {
        var project = await demo.ReadAsync(provider, db => db.Projects.SingleAsync(p => p.Code == TalangGulo));
        var asked = await demo.ReadAsync(provider, db => db.Withdrawals.Where(w => w.ProjectId == project.Id).MinAsync(w => w.On));
        var negotiated = await demo.ReadAsync(provider, db => db.StageMoves.Where(m => m.ProjectId == project.Id && m.To == StateCodes.Negotiation).Select(m => m.On).SingleAsync());
        var signed = await demo.ReadAsync(provider, db => db.Financings.Where(f => f.ProjectId == project.Id).Select(f => f.SignedOn).SingleAsync());
        var open = await demo.ReadAsync(provider, db => db.OpenDeadlines.Where(d => d.ProjectId == project.Id && d.RuleCode != null).Select(d => d.StageCode).Distinct().ToListAsync());

        Assert.Equal(StateCodes.Implementation, project.State);
        Assert.True(negotiated < signed && signed < project.StateSince && project.StateSince < asked, $"{negotiated} {signed} {project.StateSince} {asked}");
        Assert.Equal([StateCodes.Implementation], open); // what earlier stages asked for was done
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Fill_WhenDone_HasStudiesReadinessActorsAndADormantTeam(DatabaseProvider provider)
    {
        var projects = await demo.ReadAsync(provider, db => db.Projects.ToDictionaryAsync(p => p.Code, p => p.Id));
        var marks = await demo.ReadAsync(provider, db => db.ReadinessMarks.Where(m => m.ProjectId == projects["JMB-IPAL-TIMUR"]).Select(m => m.State).ToListAsync());
        var studies = await demo.ReadAsync(provider, db => db.Studies.CountAsync(s => s.ProjectId == projects[TalangGulo]));
        var actors = await demo.ReadAsync(provider, db => db.ProjectActors.Where(a => a.ProjectId == projects["NTB-ZHEJIANG"]).Select(a => a.Organisation).ToListAsync());
        var lampung = await demo.ReadAsync(provider, db => db.Units.SingleAsync(u => u.Code == "LPG"));
        var team = await demo.AsAsync<TeamQueries, TeamView?>(provider, "auditor@demo.local", teams => teams.FindAsync(lampung.Id, default));

        Assert.Equal([ReadinessState.Draft, ReadinessState.Final, ReadinessState.Verified], marks.Distinct().Order());
        Assert.Equal(6, studies);
        Assert.Contains("Konsulat Jenderal Tiongkok di Denpasar", actors);
        Assert.Equal(2015, team!.Team!.DecreedOn!.Value.Year);
        Assert.True(team.Pulse.IsDormant(team.Today));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Observer_WhenListing_SeesTheProjectOfTheKfwAgreementAlone(DatabaseProvider provider)
    {
        var seen = await demo.AsAsync<ProjectList, Paged<ProjectRow>>(provider, "observer@demo.local", list => list.PageAsync(new ProjectListFilter(), default));

        Assert.Equal(TalangGulo, Assert.Single(seen.Rows).Code);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Documents_WhenOpened_AreWhatTheyClaimToBe(DatabaseProvider provider)
    {
        var versions = await demo.ReadAsync(provider, db => db.DocumentVersions.ToListAsync());
        var files = (await demo.OnAsync(provider)).Root.GetRequiredService<FileStore>();

        Assert.Equal(["application/pdf", "text/plain"], versions.Select(v => v.ContentType).Distinct().Order());
        Assert.Contains(versions, v => v.Number == 2);
        foreach (var version in versions)
        {
            await using var content = files.Open(version.Hash);
            Assert.Equal(version.ContentType, FileTypes.Sniff(content, version.FileName)?.ContentType);
            using var reader = new StreamReader(content, Encoding.Latin1);
            var text = await reader.ReadToEndAsync();
            Assert.Contains("CONTOH / SAMPLE", text, StringComparison.Ordinal);
            if (version.ContentType == "application/pdf")
                AssertObjectsStandWhereTheTableSays(text);
        }
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Setbacks_WhenTold_CarryTheObstacleOfTheCase(DatabaseProvider provider)
    {
        var told = await demo.ReadAsync(provider, db => db.StageMoves
            .Where(m => m.ObstacleCode != null)
            .Join(db.Projects, m => m.ProjectId, p => p.Id, (m, p) => new { p.Code, m.Kind, m.ObstacleCode })
            .ToListAsync());

        Assert.All(told, move => Assert.Contains(move.ObstacleCode!, ReferenceData.Obstacles.Keys));
        Assert.Equal(
            ["LPG-BOUIRA O7.1", "LPG-NUS-JEPANG O4.1", "LPG-SAPI-AUSTRALIA O7.2"],
            told.Where(m => m.Kind == MoveKind.Drop).Select(m => $"{m.Code} {m.ObstacleCode}").Order());
        Assert.Equal(["O4.1", "O5.1", "O8.4"], told.Where(m => m.Code == "NTB-ZHEJIANG").Select(m => m.ObstacleCode!).Order());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Zhejiang_WhenOpened_HasItsSixFieldsWithWhatCameOfThem(DatabaseProvider provider)
    {
        var fields = await demo.ReadAsync(provider, db => db.CooperationFields
            .Where(f => db.Projects.Any(p => p.Id == f.ProjectId && p.Code == "NTB-ZHEJIANG")).OrderBy(f => f.Name).ToListAsync());

        Assert.Equal(
            [
                ("Budaya", FieldOutcome.Achieved), ("Infrastruktur", FieldOutcome.NoActivity), ("Kelautan", FieldOutcome.BelowTarget),
                ("Peningkatan", FieldOutcome.UnderWay), ("Pertambangan", FieldOutcome.NotBegun), ("Pertanian", FieldOutcome.UnderWay),
            ],
            fields.Select(f => (f.Name.Split(' ')[0], f.Outcome)));
        Assert.Contains("Imlek 2016", fields.Single(f => f.Outcome == FieldOutcome.Achieved).OutcomeNote, StringComparison.Ordinal);
        Assert.All(fields, field => Assert.Equal(("", null, null), (field.Target, field.OurShare, field.PartnerShare))); // the study does not tell them
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task BandarLampung_WhenOpened_HasThreeCandidatesOfWhomOneMayBeChosen(DatabaseProvider provider)
    {
        var project = await demo.ReadAsync(provider, db => db.Projects.SingleAsync(p => p.Code == "BDL-SAMPAH"));
        var table = await demo.AsAsync<Comparison, CandidateTable>(provider, "manager@demo.local", comparison => comparison.OfAsync(project.Id, default));

        Assert.Equal(StateCodes.Identification, project.State);
        Assert.Equal(3, table.Candidates.Count);
        Assert.Equal("Seoul", Assert.Single(table.Candidates, column => column.Match.MayBeChosen).Candidate.Name);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Deadlines_WhenTheDemoOpens_AreOverdueDueSoonAndLater(DatabaseProvider provider)
    {
        var today = DateOnly.FromDateTime(FakeClock.Start);
        var open = await demo.ReadAsync(provider, db => db.Deadlines
            .Where(d => d.DoneOn == null && d.CancelledAt == null)
            .Join(db.Projects.Where(p => db.Units.Any(u => u.Id == p.UnitId && (u.Code == "JMB" || u.Code == "NTB"))), d => d.ProjectId, p => p.Id, (d, _) => d.DueOn)
            .ToListAsync());

        Assert.InRange(open.Count(due => due < today), 3, 10);
        Assert.InRange(open.Count(due => due >= today && due <= today.AddDays(7)), 5, 15);
        Assert.Contains(open, due => due > today.AddDays(30));
        Assert.DoesNotContain(open, due => due < today.AddDays(-40)); // nothing forgotten years ago
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Trail_WhenRead_NamesThePeopleOnTheirDays(DatabaseProvider provider)
    {
        var trail = await demo.ReadAsync(provider, db => db.AuditEntries
            .Where(e => db.Projects.Any(p => p.Id == e.ProjectId && p.Code == TalangGulo)).ToListAsync());

        Assert.All(trail, entry => Assert.True(entry.At < FakeClock.Start));
        Assert.True(trail.Max(e => e.At) - trail.Min(e => e.At) > TimeSpan.FromDays(900));
        Assert.Equal(["Bendahara PMU (contoh)", "Kepala PMU (contoh)", "Penelaah Bappeda (contoh)", "Staf PMU (contoh)"], trail.Select(e => e.UserName).Distinct().Order());
        Assert.Equal(0, await demo.ReadAsync(provider, db => db.Outbox.CountAsync()));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Fill_WhenDone_HasJambisThreeAgreementsInTheirOwnCurrencies(DatabaseProvider provider)
    {
        var financings = await demo.ReadAsync(provider, db => db.Financings
            .Join(db.Projects, f => f.ProjectId, p => p.Id, (f, p) => new { p.Code, f.CurrencyCode, f.MinorUnits, f.SignedOn, p.Dates.EffectiveOn, Effective = f.EffectiveOn }).ToListAsync());
        var texts = await demo.ReadAsync(provider, async db => (await db.Covenants.Select(c => c.Requirement).ToListAsync())
            .Concat(await db.Categories.Select(c => c.Name).ToListAsync()).Concat(await db.CounterpartYears.Select(c => c.Note).ToListAsync()).ToList());

        Assert.Equal(
            [("JMB-IPAL-TIMUR", "IDR", 62_500_000_000_000), ("JMB-KUMUH-UNHABITAT", "USD", 9_895_000), (TalangGulo, "EUR", 1_340_000_000L)],
            financings.Select(f => (f.Code, f.CurrencyCode, f.MinorUnits)).Order());
        Assert.All(financings, f => Assert.Equal(f.Effective, f.EffectiveOn));
        Assert.All(texts, text => Assert.Contains("contoh", text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Fill_WhenDone_HasASampleLedgerThatSaysItIsOne(DatabaseProvider provider)
    {
        var texts = await demo.ReadAsync(provider, async db => (await db.Contracts.Select(c => c.Description).ToListAsync())
            .Concat(await db.Invoices.Select(i => i.Number + " " + i.Description).ToListAsync())
            .Concat(await db.Withdrawals.Select(a => a.Remarks).ToListAsync())
            .Concat(await db.StatementLines.Select(l => l.Description).ToListAsync())
            .Concat(await db.Projections.Select(p => p.Reason).ToListAsync()).ToList());
        var claimed = await demo.ReadAsync(provider, db => db.WithdrawalLines.Select(l => l.InvoiceCurrencyCode).Distinct().ToListAsync());
        var payments = await demo.ReadAsync(provider, db => db.Disbursements.OrderBy(d => d.ValueDate).Select(d => d.ValueDate).ToListAsync());
        var planned = await demo.ReadAsync(provider, db => db.Set<ProjectionPoint>().Select(p => p.On.Year).Distinct().CountAsync());

        Assert.All(texts, text => Assert.Contains("contoh", text, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(["EUR", "IDR", "USD"], claimed.Order());
        Assert.True(payments[^1].DayNumber - payments[0].DayNumber > 365);
        Assert.InRange(planned, 4, 10);
        Assert.True(await demo.ReadAsync(provider, db => db.Withdrawals.Select(a => a.State).Distinct().CountAsync()) >= 5);
    }

    private static void AssertObjectsStandWhereTheTableSays(string pdf)
    {
        Assert.StartsWith("%PDF-1.4", pdf, StringComparison.Ordinal);
        var offsets = TableRow().Matches(pdf).Select(m => int.Parse(m.Groups["at"].Value, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(7, offsets.Count);
        Assert.All(offsets.Select((at, i) => (at, i)), row => Assert.StartsWith($"{row.i + 1} 0 obj", pdf[row.at..], StringComparison.Ordinal));
        var table = int.Parse(StartOfTable().Match(pdf).Groups["at"].Value, CultureInfo.InvariantCulture);
        Assert.StartsWith("xref", pdf[table..], StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^(?<at>\d{10}) 00000 n $", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"startxref\n(?<at>\d+)\n")]
    private static partial Regex StartOfTable();
}
