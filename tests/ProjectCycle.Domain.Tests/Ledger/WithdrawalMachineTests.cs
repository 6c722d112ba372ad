using ProjectCycle.Domain.Ledger;

namespace ProjectCycle.Domain.Tests.Ledger;

/// <summary>The life of an application: domain.md 4.3.</summary>
public sealed class WithdrawalMachineTests
{
    private static readonly Guid Finance = Guid.NewGuid();
    private static readonly Guid Manager = Guid.NewGuid();
    private static readonly DateOnly Day = new(2026, 3, 4);
    private static readonly DateTime At = new(2026, 3, 4, 3, 0, 0, DateTimeKind.Utc);

    private static readonly WithdrawalFacts Full = new(Finance, HasLines: true, Approved: 100, Paid: 100, NoticeNumber: "ND-1");

    [Fact]
    public void Fire_AlongTheWholeWay_EndsClosedWithEveryDate()
    {
        var application = New();

        Step(application, WithdrawalStep.Check);
        Step(application, WithdrawalStep.SignFirst);
        Step(application, WithdrawalStep.SignSecond, by: Manager);
        Step(application, WithdrawalStep.SubmitToMinistry);
        Step(application, WithdrawalStep.SubmitToDonor);
        Step(application, WithdrawalStep.Query, note: "Which invoice?");
        Assert.Equal("Which invoice?", application.Query);
        Step(application, WithdrawalStep.Answer);
        Step(application, WithdrawalStep.Approve);
        Step(application, WithdrawalStep.PayPart, facts: Full with { Paid = 60 });
        Step(application, WithdrawalStep.PayRest);
        Step(application, WithdrawalStep.BookNotice);
        Step(application, WithdrawalStep.Reconcile);
        Step(application, WithdrawalStep.Close);

        Assert.Equal((WithdrawalState.Closed, "", "ND-1"), (application.State, application.Query, application.NoticeNumber));
        Assert.Equal((Finance, Manager), (application.FirstSignatoryId, application.SecondSignatoryId));
        Assert.Equal([Day, Day, Day, Day, Day, Day], new[] { application.FirstSignedOn, application.SecondSignedOn, application.MinistryOn, application.SubmittedOn, application.ApprovedOn, application.NoticeOn });
    }

    [Fact]
    public void Fire_TheSecondSignatureByWhoDrewItUp_IsRefused()
    {
        var application = New(preparer: Manager);
        Step(application, WithdrawalStep.Check);
        Step(application, WithdrawalStep.SignFirst);

        Assert.Equal(["signed-by-preparer"], Refused(application, WithdrawalStep.SignSecond, Full with { By = Manager }));
        Assert.Equal(WithdrawalState.Checked, application.State);
    }

    [Fact]
    public void Fire_BothSignaturesByOnePerson_IsRefused()
    {
        var application = New(preparer: Manager);
        Step(application, WithdrawalStep.Check);
        Step(application, WithdrawalStep.SignFirst);

        Assert.Equal(["signed-by-same"], Refused(application, WithdrawalStep.SignSecond, Full));
        Assert.Equal(["first-signature-there"], Refused(application, WithdrawalStep.SignFirst, Full));
    }

    [Theory]
    [InlineData(WithdrawalStep.Check, "withdrawal-empty")]
    [InlineData(WithdrawalStep.SignSecond, "withdrawal-step-unknown")]
    [InlineData(WithdrawalStep.PayRest, "withdrawal-step-unknown")]
    public void Fire_FromAnEmptyDraft_SaysWhyNot(WithdrawalStep step, string code) =>
        Assert.Equal([code], Refused(New(), step, new WithdrawalFacts(Finance)));

    /// <summary>Two signatures are taken for granted of what was sent before the project was here, and of nothing else.</summary>
    [Fact]
    public void Fire_ATakeOver_IsOpenToADraftFromBeforeAlone()
    {
        var application = New();
        Assert.Equal(["sent-after-registration"], Refused(application, WithdrawalStep.TakeOver, Full));
        Assert.Equal(["withdrawal-empty"], Refused(application, WithdrawalStep.TakeOver, Full with { HasLines = false, IsFromBefore = true }));

        Step(application, WithdrawalStep.TakeOver, facts: Full with { IsFromBefore = true });

        Assert.Equal((WithdrawalState.WithDonor, (DateOnly?)Day, (Guid?)null), (application.State, application.SubmittedOn, application.FirstSignatoryId));
        var later = New();
        Step(later, WithdrawalStep.Check);
        Assert.Equal(["withdrawal-step-unknown"], Refused(later, WithdrawalStep.TakeOver, Full with { IsFromBefore = true }));
    }

    [Fact]
    public void Fire_DatedBeforeTheLastStep_IsRefused()
    {
        var application = New();
        Step(application, WithdrawalStep.Check);

        var refused = WithdrawalMachine.For(application, Full).Fire(WithdrawalStep.SignFirst, Day.AddDays(-1), "", At);

        Assert.Equal(["before-last-step"], refused.Refusals.Select(r => r.Code));
    }

    [Fact]
    public void Fire_AReturn_TakesTheSignaturesAndSaysWhy()
    {
        var application = New();
        Step(application, WithdrawalStep.Check);
        Step(application, WithdrawalStep.SignFirst);
        Step(application, WithdrawalStep.SignSecond, by: Manager);
        Step(application, WithdrawalStep.SubmitToDonor);
        Step(application, WithdrawalStep.Return, note: "Wrong account");

        Assert.Equal((WithdrawalState.Returned, "Wrong account", true), (application.State, application.Query, application.IsEditable));
        Assert.Null(application.FirstSignatoryId ?? application.SecondSignatoryId);
        Assert.Null(application.SubmittedOn);
    }

    [Fact]
    public void Fire_AReversal_LeadsBackToWhereMoneyIsAwaited()
    {
        var application = New();
        foreach (var (step, by) in new[] { (WithdrawalStep.Check, Finance), (WithdrawalStep.SignFirst, Finance), (WithdrawalStep.SignSecond, Manager), (WithdrawalStep.SubmitToDonor, Finance), (WithdrawalStep.Approve, Finance), (WithdrawalStep.PayRest, Finance), (WithdrawalStep.BookNotice, Finance) })
            Step(application, step, by);

        Assert.Equal(["payment-left"], Refused(application, WithdrawalStep.ReverseAll, Full with { Paid = 40 }));
        Step(application, WithdrawalStep.ReversePart, facts: Full with { Paid = 40 });
        Assert.Equal((WithdrawalState.PartlyPaid, "", (DateOnly?)null), (application.State, application.NoticeNumber, application.NoticeOn));
        Step(application, WithdrawalStep.ReverseAll, facts: Full with { Paid = 0 });
        Assert.Equal(WithdrawalState.Approved, application.State);
    }

    [Fact]
    public void Date_OfADraft_IsSinceWhenItStandsUntilItHasMoved()
    {
        var application = New();
        application.Date(Day.AddDays(-9));
        application.Date(Day.AddDays(-5));
        Assert.Equal(Day.AddDays(-5), application.StateSince);
        Step(application, WithdrawalStep.Check);
        Step(application, WithdrawalStep.Redraft);

        application.Date(Day.AddDays(-7));

        Assert.Equal((Day.AddDays(-7), Day), (application.On, application.StateSince));
    }

    [Theory]
    [InlineData(WithdrawalState.Draft, WaitFor.Completion, WaitParty.Pmu)]
    [InlineData(WithdrawalState.Checked, WaitFor.FirstSignature, WaitParty.Signatory)]
    [InlineData(WithdrawalState.WithDonor, WaitFor.Decision, WaitParty.Donor)]
    public void Wait_WhereItStands_NamesWhatAndWho(WithdrawalState state, WaitFor what, WaitParty who)
    {
        var application = New();
        foreach (var (step, by) in new[] { (WithdrawalStep.Check, Finance), (WithdrawalStep.SignFirst, Finance), (WithdrawalStep.SignSecond, Manager), (WithdrawalStep.SubmitToDonor, Finance) })
        {
            if (application.State == state)
                break;
            Step(application, step, by);
        }

        Assert.Equal(new WithdrawalWait(what, who), WithdrawalWait.Of(application));
    }

    /// <summary>Whatever is fired in whatever order: a step that is refused changes nothing, and nobody gets past two different signatures.</summary>
    [Fact]
    public void Fire_InRandomOrders_NeverLeavesDraftUnsigned()
    {
        var random = new Random(5);
        for (var history = 0; history < 2000; history++)
        {
            var application = New(random.Next(2) == 0 ? Finance : Manager);
            for (var i = 0; i < 40; i++)
            {
                var facts = new WithdrawalFacts(random.Next(2) == 0 ? Finance : Manager, random.Next(4) > 0, 100, random.Next(3) * 50, random.Next(2) == 0 ? "" : "ND");
                var before = (application.State, application.FirstSignatoryId, application.SecondSignatoryId);
                var step = (WithdrawalStep)random.Next(Enum.GetValues<WithdrawalStep>().Length);
                var fired = WithdrawalMachine.For(application, facts).Fire(step, Day, "", At);
                Assert.Equal(fired.Succeeded, WasOpen(before.State, application, fired));
                if (!fired.Succeeded)
                    Assert.Equal(before, (application.State, application.FirstSignatoryId, application.SecondSignatoryId));
                if (application.State is > WithdrawalState.Checked and < WithdrawalState.Rejected and not WithdrawalState.Returned)
                {
                    Assert.NotNull(application.FirstSignatoryId);
                    Assert.NotNull(application.SecondSignatoryId);
                    Assert.NotEqual(application.FirstSignatoryId, application.SecondSignatoryId);
                    Assert.NotEqual(application.PreparedById, application.SecondSignatoryId);
                }
            }
        }
    }

    private static bool WasOpen(WithdrawalState before, WithdrawalApplication application, Outcome<WithdrawalMove> fired) =>
        fired.Succeeded && fired.Value.From == before && fired.Value.To == application.State;

    private static WithdrawalApplication New(Guid? preparer = null) => new()
    {
        ProjectId = Guid.NewGuid(),
        FinancingId = Guid.NewGuid(),
        Number = 1,
        PreparedById = preparer ?? Finance,
        CurrencyCode = "EUR",
    };

    private static void Step(WithdrawalApplication application, WithdrawalStep step, Guid? by = null, string note = "", WithdrawalFacts? facts = null) =>
        _ = WithdrawalMachine.For(application, (facts ?? Full) with { By = by ?? Finance }).Fire(step, Day, note, At).Value;

    private static IEnumerable<string> Refused(WithdrawalApplication application, WithdrawalStep step, WithdrawalFacts facts) =>
        WithdrawalMachine.For(application, facts).Fire(step, Day, "", At).Refusals.Select(r => r.Code);
}
