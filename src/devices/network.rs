//! A printer on the network, reached late and left soon: most serve one connection only.

use super::{
    port::{Done, Parcel, Patience},
    profile::Ack,
    trouble::{Cause, Medium, Trouble, meaning},
    wire,
};
use rustix::{io::Errno, net::sockopt::set_tcp_user_timeout};
use std::{
    io,
    net::{Shutdown, TcpStream, ToSocketAddrs},
    time::Duration,
};

/// Addresses of one name that are tried; each may take the whole patience for connecting.
const ADDRESSES: usize = 3;

/// Calls, hands over the whole job in one piece where the network takes it, and hangs up.
pub(super) fn send(
    host: &str,
    port: u16,
    parcel: &Parcel,
    patience: &Patience,
) -> Result<Done, Trouble> {
    let stream = call(host, port, patience.connect)?;
    let prepared = stream
        .set_nodelay(true)
        .and_then(|()| stream.set_nonblocking(true));
    prepared.map_err(|error| Trouble::at_once(system(&error)))?;
    // A cable pulled with bytes under way shows itself after this long instead of a quarter hour.
    let unanswered = u32::try_from(patience.progress.as_millis()).unwrap_or(u32::MAX);
    let _ = set_tcp_user_timeout(&stream, unanswered);
    wire::push(
        &stream,
        &parcel.bytes,
        usize::MAX,
        Medium::Paper,
        patience.progress,
    )?;
    let sent = parcel.bytes.len();
    let broken = |cause| Trouble { cause, sent };
    match parcel.ack {
        Ack::PaperStatus => {
            wire::confirmed(&stream, patience.answer).map_err(broken)?;
            Ok(Done::Confirmed)
        }
        Ack::None => {
            if let Err(error) = stream.shutdown(Shutdown::Write) {
                return Err(broken(match system(&error) {
                    Cause::Failed(_) | Cause::Absent => Cause::Cut,
                    cause => cause,
                }));
            }
            wire::farewell(&stream, patience.farewell).map_err(broken)?;
            Ok(Done::Sent)
        }
    }
}

fn call(host: &str, port: u16, patience: Duration) -> Result<TcpStream, Trouble> {
    let addresses = (host, port).to_socket_addrs();
    let addresses = addresses.map_err(|_| Trouble::at_once(Cause::UnknownHost))?;
    let mut last = Cause::UnknownHost;
    for address in addresses.take(ADDRESSES) {
        match TcpStream::connect_timeout(&address, patience) {
            Ok(stream) => return Ok(stream),
            Err(error) => last = system(&error),
        }
    }
    Err(Trouble::at_once(last))
}

fn system(error: &io::Error) -> Cause {
    match Errno::from_io_error(error) {
        Some(errno) => meaning(errno, Medium::Paper, 0).cause,
        None if error.kind() == io::ErrorKind::TimedOut => Cause::Absent,
        None => Cause::Failed(error.to_string()),
    }
}
