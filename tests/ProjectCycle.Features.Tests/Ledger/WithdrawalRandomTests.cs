using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger.Withdrawals;
using ProjectCycle.Testing;

namespace ProjectCycle.Features.Tests.Ledger;

/// <summary>Whatever is done in whatever order, done or refused, the books stay true.</summary>
public sealed class WithdrawalRandomTests
{
    private static readonly WithdrawalStep[] Steps = [.. Enum.GetValues<WithdrawalStep>().Where(step => !MoveWithdrawal.IsOfLedger(step) && step is not (WithdrawalStep.Cancel or WithdrawalStep.Reject))];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Lives_AtRandom_KeepTheirSums(int seed)
    {
        var random = new Random(seed);
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite);
        var money = await WithdrawalSamples.CreateAsync(world, await world.RegisterAsync("JMB-01"));
        Guid[] applications = [await money.BeginAsync(), await money.BeginAsync()];
        var done = 0;
        for (var i = 0; i < 120; i++)
        {
            var which = random.Next(2);
            if ((await money.ReadAsync(applications[which])).State is WithdrawalState.Reconciled or WithdrawalState.Closed)
                applications[which] = await money.BeginAsync();
            done += await ActAsync(random, money, applications[which]) ? 1 : 0;
            await CheckAsync(world);
        }
        Assert.InRange(done, 40, 110); // and some were refused
        Assert.True(await world.ReadAsync(db => db.Disbursements.CountAsync()) > 3);
    }

    private enum Act
    {
        Line,
        Disallow,
        Reverse,
        Pay,
        Step,
        Wait,
    }

    /// <summary>Mostly what makes sense where it stands, so that lives get on; now and then anything at all.</summary>
    private static async Task<bool> ActAsync(Random random, WithdrawalSamples money, Guid application)
    {
        var now = await money.ReadAsync(application);
        var lines = await money.World.ReadAsync(db => db.WithdrawalLines.AsNoTracking().Where(l => l.ApplicationId == application).ToListAsync());
        switch (random.Next(5) == 0 ? (Act)random.Next(6) : Sensible(random, now))
        {
            case Act.Line:
                var invoice = random.Next(2) == 0
                    ? await money.InvoiceAsync(random.Next(1, 2_000_000_000))
                    : await money.InvoiceAsync(money.Consulting, "USD", random.Next(1, 10_000_000) / 100m);
                return (await money.World.AsAsync<SaveWithdrawalLine, Outcome<Guid>>(Role.Finance, s => s.AddAsync(money.Code, money.Line(application, invoice), default))).Succeeded;
            case Act.Disallow when lines.Count > 0:
                var line = lines[random.Next(lines.Count)];
                return (await money.DisallowAsync(application, line.Id, random.Next(0, 3) == 0 ? line.Claimed / 100m : random.NextInt64(0, line.Claimed + 2) / 100m)).Succeeded;
            case Act.Reverse:
                var rows = await money.World.ReadAsync(db => db.Disbursements.Where(d => d.ApplicationId == application).Select(d => d.Id).ToListAsync());
                return rows.Count > 0 && (await money.ReverseAsync(application, rows[random.Next(rows.Count)])).Succeeded;
            case Act.Pay:
                var category = lines.Count > 0 && random.Next(10) > 0 ? lines[random.Next(lines.Count)].CategoryId : money.Works.Id;
                var open = lines.Where(l => l.CategoryId == category).Sum(l => l.Approved) - await PaidAsync(money, application, category);
                var paid = random.Next(2) == 0 ? open : random.NextInt64(1, Math.Max(2, open + 2));
                return (await money.PayAsync(application, money.Payment(0) with { Parts = [new PaymentPart { CategoryId = category, Paid = paid / 100m }] })).Succeeded;
            case Act.Step:
                var (step, role) = random.Next(5) == 0 ? (Steps[random.Next(Steps.Length)], (Role?)null) : Next(random, now);
                return (await money.StepAsync(application, step, role ?? (random.Next(2) == 0 ? Role.Finance : Role.Manager), "Alasan", "ND")).Succeeded;
            default:
                money.World.Clock.Advance(TimeSpan.FromDays(random.Next(3)));
                return false;
        }
    }

    private static Act Sensible(Random random, WithdrawalApplication now) => (now.State, random.Next(10)) switch
    {
        (WithdrawalState.Draft or WithdrawalState.Returned, < 5) => Act.Line,
        (WithdrawalState.WithDonor, < 4) => Act.Disallow,
        (WithdrawalState.Approved or WithdrawalState.PartlyPaid, < 7) => Act.Pay,
        (WithdrawalState.Approved or WithdrawalState.PartlyPaid, 7) => Act.Disallow,
        (WithdrawalState.PartlyPaid or WithdrawalState.Paid or WithdrawalState.Noticed, < 9) => Act.Reverse,
        _ => Act.Step,
    };

    private static (WithdrawalStep Step, Role? Role) Next(Random random, WithdrawalApplication now) => now.State switch
    {
        WithdrawalState.Draft or WithdrawalState.Returned => (WithdrawalStep.Check, Role.Finance),
        WithdrawalState.Checked when now.FirstSignatoryId is null => (WithdrawalStep.SignFirst, Role.Finance),
        WithdrawalState.Checked => (WithdrawalStep.SignSecond, Role.Manager),
        WithdrawalState.Signed => (WithdrawalStep.SubmitToDonor, null),
        WithdrawalState.WithDonor => (random.Next(4) > 0 ? WithdrawalStep.Approve : WithdrawalStep.Return, null),
        WithdrawalState.Paid => (WithdrawalStep.BookNotice, Role.Finance),
        WithdrawalState.Noticed => (WithdrawalStep.Reconcile, Role.Finance),
        _ => (Steps[random.Next(Steps.Length)], null),
    };

    private static Task<long> PaidAsync(WithdrawalSamples money, Guid application, Guid category) =>
        money.World.ReadAsync(db => db.Disbursements.Where(d => d.ApplicationId == application && d.CategoryId == category).SumAsync(d => d.Paid));

    private static async Task CheckAsync(World world)
    {
        var lines = await world.ReadAsync(db => db.WithdrawalLines.AsNoTracking().ToListAsync());
        var paid = await world.ReadAsync(db => db.Disbursements.AsNoTracking().ToListAsync());
        var page = await world.AsAsync<WithdrawalCockpit, WithdrawalPage>(Role.Auditor, c => c.PageAsync(new WithdrawalFilter { Show = WithdrawalFilter.All }, default));
        foreach (var row in page.Rows.Rows)
        {
            var (own, booked) = (lines.Where(l => l.ApplicationId == row.Application.Id).ToList(), paid.Where(d => d.ApplicationId == row.Application.Id).ToList());
            foreach (var category in own.GroupBy(l => l.CategoryId))
                Assert.InRange(booked.Where(d => d.CategoryId == category.Key).Sum(d => d.Paid), 0, category.Sum(l => l.Approved));
            Assert.All(own, l => Assert.InRange(l.Disallowed, 0, l.Claimed));
            Assert.Equal((own.Sum(l => l.Claimed), own.Sum(l => l.Approved), booked.Sum(d => d.Paid)), (row.Claimed.MinorUnits, row.Approved.MinorUnits, row.Paid.MinorUnits));
            var isPaid = row.Application.State is >= WithdrawalState.Paid and <= WithdrawalState.Closed;
            Assert.Equal(isPaid, own.Sum(l => l.Approved) > 0 && row.Paid == row.Approved);
            Assert.Equal(row.Application.State is WithdrawalState.PartlyPaid || isPaid, row.Paid.MinorUnits > 0);
        }
        Assert.Equal(lines.Sum(l => l.Claimed), page.Totals.Sum(t => t.Claimed.MinorUnits));
        Assert.Equal(paid.Sum(d => d.Paid), page.Totals.Sum(t => t.Paid.MinorUnits));
        Assert.All(paid, d => Assert.Equal(d.Paid, d.Charged)); // the account is kept in dollars
        Assert.Equal(
            paid.GroupBy(d => d.CategoryId).ToDictionary(g => g.Key, g => g.Sum(d => d.Charged)),
            await world.ReadAsync(db => db.Disbursements.GroupBy(d => d.CategoryId).ToDictionaryAsync(g => g.Key, g => g.Sum(d => d.Charged))));
    }
}
