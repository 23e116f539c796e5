using System;

namespace StaticNets.Execution;

/// <summary>
/// Whether a call of a team is shared or its caller works alone, by what sharing wins and loses. On a busy machine the threads of a team
/// get the processor one after the other, and whoever is through waits for the rest; a step of microseconds then takes milliseconds. And
/// some steps are so short that moving data from core to core takes longer than sharing saves. So each try may lose a stake. When it is
/// lost the caller works alone for some time: as long as what was lost, and twice as long each time that another try fails.
/// </summary>
/// <remarks>All times in microseconds.</remarks>
internal sealed class SharingBudget
{
    /// <summary>What a try may lose at least: threads that sleep take a while to wake. A wait for a lost processor is longer.</summary>
    private const double LeastStake = 1000;

    /// <summary>And so many calls: the first ones find their data in another core's cache.</summary>
    private const double CallsOfStake = 4;

    /// <summary>No single wait counts more than this: it may have had another reason.</summary>
    private const double MostLost = 10_000;

    private const double LeastPatience = 1;
    private const double MostPatience = 32;

    private readonly Kind[] _kinds = new Kind[Enum.GetValues<TeamCall>().Length];
    private double _stake = LeastStake;
    private double _won;
    private double _patience = LeastPatience;
    private double _timeAlone;

    /// <summary>Whether the next call is shared.</summary>
    public bool Share(TeamCall call) => _timeAlone <= 0 && !_kinds[(int)call].IsLearning;

    /// <summary>A call was shared.</summary>
    public void AddShared(TeamCall call, double work, double time)
    {
        ref Kind kind = ref _kinds[(int)call];
        kind.CountShared();
        double alone = kind.Alone * work;
        double most = LeastStake + (CallsOfStake * alone);
        double won = Math.Max(alone - time, -MostLost);
        _won += won;
        _stake = Math.Min(_stake + won, most);
        if (_stake < 0)
        {
            _patience = _won > 0 ? LeastPatience : Math.Min(2 * _patience, MostPatience);
            _timeAlone = _patience * (most - _stake);
            _won = 0;
        }
    }

    /// <summary>A call was not shared, though it might have been.</summary>
    public void AddAlone(TeamCall call, double work, double time)
    {
        ref Kind kind = ref _kinds[(int)call];
        kind.Learn(work, time);
        if (_stake < 0)
        {
            _timeAlone -= time;
            _stake = _timeAlone > 0 ? _stake : LeastStake + (CallsOfStake * kind.Alone * work);
        }
    }

    /// <summary>What is known of the calls of a kind.</summary>
    private struct Kind
    {
        // The first calls alone wait for the JIT or find their data in other caches, and one of them may be interrupted. Long calls show
        // sooner how long they take.
        private const int Calls = 4;
        private const double Enough = 20_000;
        private const double Growth = 1.05;

        // Seldom enough to cost nothing, often enough to notice a processor that has become slower or faster.
        private const int Between = 256;

        private int _alone;
        private int _shared;
        private double _time;

        /// <summary>The time alone for a multiply-add.</summary>
        public double Alone { get; private set; }

        /// <summary>Whether the next calls are to show how long they take alone.</summary>
        public readonly bool IsLearning => _alone < Calls && _time < Enough;

        public void CountShared()
        {
            _shared = (_shared + 1) % Between;
            if (_shared == 0)
            {
                _alone = 0;
                _time = 0;
            }
        }

        // What takes long may have been interrupted and counts little; what takes less is true.
        public void Learn(double work, double time)
        {
            bool isFirst = Alone == 0;
            double needed = time / work;
            Alone = isFirst ? needed : Math.Min(needed, Growth * Alone);
            _alone++;
            _time += isFirst ? 0 : time;
        }
    }
}
