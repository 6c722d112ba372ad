using ProjectCycle.Domain.People;

namespace ProjectCycle.Domain.Tests.People;

public sealed class RightsTests
{
    [Fact]
    public void IsHeldBy_WhenAnyRoleHoldsIt_IsTrue()
    {
        Assert.True(Rights.MoveProject.IsHeldBy([Role.Staff, Role.Manager]));
        Assert.False(Rights.MoveProject.IsHeldBy([Role.Staff, Role.Observer]));
        Assert.False(Rights.ViewProject.IsHeldBy([]));
    }

    [Fact]
    public void All_WhenListed_HasEveryCodeOnceAndAHolderForEach()
    {
        Assert.Equal(Rights.All.Count, Rights.All.DistinctBy(r => r.Code).Count());
        Assert.All(Rights.All, right => Assert.NotEmpty(right.Roles));
    }

    [Fact]
    public void Observer_WhenRightsAreListed_OnlyReads() =>
        Assert.Equal(
            ["history.view", "project.export", "project.view", "template.view"],
            Rights.All.Where(r => r.IsHeldBy([Role.Observer])).Select(r => r.Code).Order());
}
