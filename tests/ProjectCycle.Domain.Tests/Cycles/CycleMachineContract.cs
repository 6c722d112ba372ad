using ProjectCycle.Domain.Cycles;

namespace ProjectCycle.Domain.Tests.Cycles;

/// <summary>What any engine behind <see cref="IStateMachine{TTrigger}"/> promises. An adapter to another one derives from this and builds it.</summary>
public abstract class CycleMachineContract
{
    private static readonly Trigger Go = new(MoveKind.Advance);
    private static readonly Trigger Hold = new(MoveKind.Hold);

    private readonly List<string> _written = [];
    private string _state = "a";

    protected abstract IStateMachine<Trigger> Build(Func<string> read, Action<string> write);

    [Fact]
    public void CanFire_WhenTriggerIsUnknownHere_YieldsNullUnmet()
    {
        Assert.False(Machine().CanFire(Hold, out var unmet));
        Assert.Null(unmet);
    }

    [Fact]
    public void CanFire_WhenStateIsNotConfigured_YieldsNullUnmet()
    {
        _state = "elsewhere";
        Assert.False(Machine().CanFire(Go, out var unmet));
        Assert.Null(unmet);
    }

    [Fact]
    public void CanFire_WhenGuardsFail_YieldsEveryUnmetCodeInOrder()
    {
        var machine = Machine(new Guard("one", () => false), new Guard("two", () => true), new Guard("three", () => false));
        Assert.False(machine.CanFire(Go, out var unmet));
        Assert.Equal(["one", "three"], unmet!);
    }

    [Fact]
    public void CanFire_WhenGuardsHold_YieldsEmptyUnmet()
    {
        Assert.True(Machine(new Guard("one", () => true)).CanFire(Go, out var unmet));
        Assert.Empty(unmet!);
    }

    [Fact]
    public void CanFire_WhenAsked_ChangesNothing()
    {
        Machine().CanFire(Go, out _);
        Assert.Empty(_written);
    }

    [Fact]
    public void Fire_WhenPermitted_WritesTheStateOnce()
    {
        Machine().Fire(Go);
        Assert.Equal(["b"], _written);
    }

    [Fact]
    public void Fire_WhenPermitted_TellsTheTransitionAfterWriting()
    {
        var machine = Machine();
        var told = new List<(Transition<Trigger> Transition, string State)>();
        machine.OnTransitioned(t => told.Add((t, machine.State)));
        machine.Fire(Go);
        Assert.Equal([(new Transition<Trigger>("a", "b", Go), "b")], told);
    }

    [Fact]
    public void Fire_WhenGuardFails_ThrowsAndWritesNothing()
    {
        Assert.Throws<InvalidOperationException>(() => Machine(new Guard("one", () => false)).Fire(Go));
        Assert.Empty(_written);
    }

    [Fact]
    public void Fire_WhenTriggerIsUnknownHere_ThrowsAndWritesNothing()
    {
        Assert.Throws<InvalidOperationException>(() => Machine().Fire(Hold));
        Assert.Empty(_written);
    }

    [Fact]
    public void State_WhenOwnerChangesIt_FollowsTheOwner()
    {
        var machine = Machine();
        _state = "b";
        Assert.Equal("b", machine.State);
        Assert.Empty(machine.Triggers);
    }

    [Fact]
    public void Fire_WhenGroupHasTheTrigger_UsesIt()
    {
        var machine = Machine();
        machine.Configure("a").SubstateOf("group");
        machine.Configure("group").PermitIf(Hold, "held");
        machine.Fire(Hold);
        Assert.Equal("held", _state);
    }

    [Fact]
    public void Fire_WhenGroupOfTheGroupHasTheTrigger_UsesIt()
    {
        var machine = Machine();
        machine.Configure("a").SubstateOf("inner");
        machine.Configure("inner").SubstateOf("outer");
        machine.Configure("outer").PermitIf(Hold, "held");
        machine.Fire(Hold);
        Assert.Equal("held", _state);
    }

    [Fact]
    public void CanFire_WhenOwnGuardFails_DoesNotConsultTheGroup()
    {
        var machine = Machine(new Guard("own", () => false));
        machine.Configure("a").SubstateOf("group");
        machine.Configure("group").PermitIf(Go, "c");
        Assert.False(machine.CanFire(Go, out var unmet));
        Assert.Equal(["own"], unmet!);
        Assert.DoesNotContain(Go, machine.PermittedTriggers);
    }

    [Fact]
    public void IsInState_WhenInAGroup_HonoursEveryGroupAround()
    {
        var machine = Machine();
        machine.Configure("a").SubstateOf("inner");
        machine.Configure("inner").SubstateOf("outer");
        Assert.True(machine.IsInState("a"));
        Assert.True(machine.IsInState("inner"));
        Assert.True(machine.IsInState("outer"));
        Assert.False(machine.IsInState("b"));
    }

    [Fact]
    public void Triggers_WhenSomeAreShut_ListsThemAndPermittedOnesApart()
    {
        var machine = Machine(new Guard("one", () => false));
        machine.Configure("a").SubstateOf("group");
        machine.Configure("group").PermitIf(Hold, "held");
        Assert.Equal([Go, Hold], machine.Triggers.OrderBy(t => t.Kind));
        Assert.Equal([Hold], machine.PermittedTriggers);
    }

    [Fact]
    public void Fire_WhenTriggersDifferInDestinationOnly_GoesToTheOneNamed()
    {
        var machine = Machine();
        machine.Configure("a")
            .PermitIf(new Trigger(MoveKind.Return, "x"), "x")
            .PermitIf(new Trigger(MoveKind.Return, "y"), "y");
        machine.Fire(new Trigger(MoveKind.Return, "y"));
        Assert.Equal("y", _state);
    }

    private IStateMachine<Trigger> Machine(params Guard[] guards)
    {
        var machine = Build(() => _state, Write);
        machine.Configure("a").PermitIf(Go, "b", guards);
        return machine;
    }

    private void Write(string state)
    {
        _written.Add(state);
        _state = state;
    }
}

/// <summary>The product's own engine keeps the contract.</summary>
public sealed class TableMachineTests : CycleMachineContract
{
    protected override IStateMachine<Trigger> Build(Func<string> read, Action<string> write) => new TableMachine<Trigger>(read, write);

    [Fact]
    public void PermitIf_WhenTriggerIsGivenTwice_Throws() =>
        Assert.Throws<ArgumentException>(() => new TableMachine<Trigger>(() => "a", _ => { }).Configure("a")
            .PermitIf(new Trigger(MoveKind.Advance), "b").PermitIf(new Trigger(MoveKind.Advance), "c"));

    [Fact]
    public void SubstateOf_WhenGroupsWouldCircle_Throws()
    {
        var machine = new TableMachine<Trigger>(() => "a", _ => { });
        machine.Configure("a").SubstateOf("b");
        Assert.Throws<ArgumentException>(() => machine.Configure("b").SubstateOf("a"));
    }
}
